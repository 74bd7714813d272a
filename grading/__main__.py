"""`python -m grading`: the same commands that the nox sessions call."""

from grading.commands import main

if __name__ == "__main__":
    main()
