"""03_locks/account: nothing is lost, nothing is overdrawn, and no lock is kept."""

import contextlib
import time

import pytest

from grading.testing import Call, expect, expect_error, expect_returned, expect_that


def in_threads(*calls):
    """Make each call, given as a function and its argument, in its own thread; list the results."""
    under_way = [Call(*call) for call in calls]
    return [call.result() for call in under_way]


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_money_goes_in_and_comes_out(exercise):
    account = exercise.Account(10)
    expect("balance of Account(10)", got=account.balance, expected=10)
    account.deposit(5)
    expect("balance of Account(10) after deposit(5)", got=account.balance, expected=15)
    expect("withdraw(3) from an account of 15", got=account.withdraw(3), expected=True)
    expect("balance of 15 after withdraw(3)", got=account.balance, expected=12)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_each_account_has_a_balance_of_its_own(exercise):
    one, other = exercise.Account(), exercise.Account()
    expect("balance of Account()", got=one.balance, expected=0)
    one.deposit(5)
    expect("balance of one Account() after one.deposit(5)", got=one.balance, expected=5)
    expect("balance of another Account() after it", got=other.balance, expected=0)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_a_withdrawal_takes_at_most_what_is_there(exercise):
    account = exercise.Account(10)
    for amount, answer, left in ((11, False, 10), (10, True, 0), (1, False, 0)):
        called = f"withdraw({amount}) from an account of {account.balance}"
        expect(called, got=account.withdraw(amount), expected=answer)
        expect(f"balance after {called}", got=account.balance, expected=left)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_an_amount_of_zero_or_less_is_a_value_error_and_changes_nothing(exercise):
    for name in ("deposit", "withdraw"):
        for amount in (0, -1, -20):
            account = exercise.Account(10)
            called = f"{name}({amount}) on an account of 10"
            expect_error(called, ValueError, getattr(account, name), amount)
            expect(f"balance after {called}", got=account.balance, expected=10)


@pytest.mark.points(1)
@pytest.mark.world("model")
@pytest.mark.punctual
def test_no_lock_is_kept_after_an_error_or_a_refusal(exercise):
    """Time passes only when all are blocked or done: a call that is not back then never will be."""
    calls = [("deposit", 0), ("deposit", -1), ("withdraw", 0), ("withdraw", -1), ("withdraw", 99)]
    for name, amount in calls:
        account = exercise.Account(10)
        with contextlib.suppress(Exception):
            getattr(account, name)(amount)
        for later in ("deposit", "withdraw"):
            call = Call(getattr(account, later), 5)
            time.sleep(60)
            expect_returned(f"{later}(5) in another thread, after {name}({amount})", call.returned)


@pytest.mark.points(1)
def test_no_deposit_is_lost(exercise):
    account = exercise.Account(5)
    in_threads((account.deposit, 10), (account.deposit, 20))
    called = "balance of Account(5) after deposit(10) and deposit(20) in two threads"
    expect(called, got=account.balance, expected=35)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_a_deposit_and_a_withdrawal_at_the_same_time_both_count(exercise):
    account = exercise.Account(5)
    _, taken = in_threads((account.deposit, 10), (account.withdraw, 3))
    expect("withdraw(3) from an account of 5, during deposit(10)", got=taken, expected=True)
    called = "balance of Account(5) after deposit(10) and withdraw(3) in two threads"
    expect(called, got=account.balance, expected=12)
    account = exercise.Account(5)
    _, taken = in_threads((account.deposit, 10), (account.withdraw, 8))
    called = f"balance of Account(5) after deposit(10) and withdraw(8), which said {taken}"
    expect(called, got=account.balance, expected=7 if taken else 15)


@pytest.mark.points(1)
def test_the_last_money_is_paid_out_once(exercise):
    account = exercise.Account(10)
    answers = in_threads((account.withdraw, 7), (account.withdraw, 6))
    called = "withdraw(7) and withdraw(6) from an account of 10 in two threads: answers, sorted"
    expect(called, got=sorted(answers), expected=[False, True])
    called = f"balance after withdraw(7) and withdraw(6) from 10, which said {answers}"
    expect(called, got=account.balance, expected=3 if answers[0] else 4)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_a_refused_withdrawal_disturbs_no_other(exercise):
    account = exercise.Account(5)
    answers = in_threads((account.withdraw, 8), (account.withdraw, 5))
    called = "withdraw(8) and withdraw(5) from an account of 5 in two threads"
    expect(called, got=answers, expected=[False, True])
    expect("the balance after both", got=account.balance, expected=0)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_a_balance_read_meanwhile_is_one_that_the_account_had(exercise):
    account = exercise.Account(10)

    def use():
        account.withdraw(50)
        account.deposit(5)
        account.withdraw(12)

    user = Call(use)
    seen = account.balance
    user.result()
    called = "balance, read during withdraw(50), deposit(5), withdraw(12) on 10"
    expect_that(called, seen in (10, 15, 3), got=str(seen), expected="10, 15 or 3")
    expect("the balance after all three", got=account.balance, expected=3)
