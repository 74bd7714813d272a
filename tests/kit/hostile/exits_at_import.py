# expects: invalid: ends the program while it is imported
raise SystemExit(0)
