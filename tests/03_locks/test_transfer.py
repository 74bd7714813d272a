"""03_locks/transfer: money moves under both locks, and no transfer waits for ever."""

import pytest

from grading.testing import Call, expect, expect_that, expect_waiting, settle


def balances(*accounts):
    return [account.balance for account in accounts]


def both_free(*accounts):
    """Say whether each lock can be taken at once. Call it in a thread that holds none."""
    free = []
    for account in accounts:
        free.append(account.lock.acquire(blocking=False))
        if free[-1]:
            account.lock.release()
    return free


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_money_moves_where_there_is_enough(exercise):
    source, target = exercise.Account(10), exercise.Account(10)
    moved = [exercise.transfer(source, target, amount) for amount in (4, 6)]
    expect("transfer of 4, then of 6, out of an account of 10", got=moved, expected=[True, True])
    expect("both balances after it, of 10 and 10", got=balances(source, target), expected=[0, 20])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_nothing_moves_where_there_is_too_little(exercise):
    source, target = exercise.Account(10), exercise.Account(50)
    moved = exercise.transfer(source, target, 11)
    expect("transfer of 11 out of an account of 10", got=moved, expected=False)
    expect("both balances after it, of 10 and 50", got=balances(source, target), expected=[10, 50])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_a_transfer_to_the_same_account_changes_nothing(exercise):
    account = exercise.Account(10)
    moved = [exercise.transfer(account, account, amount) for amount in (4, 10, 11)]
    called = "transfer of 4, 10 and 11 from an account of 10 to itself"
    expect(called, got=moved, expected=[True, True, False])
    expect("the balance after it", got=account.balance, expected=10)


@pytest.mark.points(1)
def test_opposite_transfers_all_go_through(exercise):
    """Twice there and once back; the first transfer turns the richer account into the poorer."""
    one, two = exercise.Account(20), exercise.Account(10)

    def there():
        return [exercise.transfer(one, two, amount) for amount in (15, 2)]

    forth, back = Call(there), Call(exercise.transfer, two, one, 1)
    moved = [*forth.result(), back.result()]
    called = "transfers of 15 and 2 from one to two, of 1 from two to one"
    expect(called, got=moved, expected=[True, True, True])
    expect("the two balances after it", got=balances(one, two), expected=[4, 26])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_a_ring_of_three_transfers_goes_through(exercise):
    one, two, three = (exercise.Account(10) for _ in range(3))
    ring = [(one, two, 1), (two, three, 2), (three, one, 3)]
    calls = [Call(exercise.transfer, *arguments) for arguments in ring]
    moved = [call.result() for call in calls]
    expect("transfers round a ring of three accounts", got=moved, expected=[True, True, True])
    expect("the three balances after it", got=balances(one, two, three), expected=[12, 9, 9])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_the_last_money_goes_to_one_transfer_only(exercise):
    source, left, right = exercise.Account(10), exercise.Account(0), exercise.Account(0)
    calls = [Call(exercise.transfer, source, target, 10) for target in (left, right)]
    moved = [call.result() for call in calls]
    called = "two transfers of 10 out of an account of 10: answers, sorted"
    expect(called, got=sorted(moved), expected=[False, True])
    after = [10 if answer else 0 for answer in moved]
    expect("the three balances after it", got=balances(source, left, right), expected=[0, *after])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_money_moves_only_while_both_locks_are_held(exercise):
    for locked in (0, 1):
        pair = exercise.Account(10), exercise.Account(10)
        called = f"transfer while the lock of the {('source', 'target')[locked]} is taken"
        with pair[locked].lock:
            transfer = Call(exercise.transfer, *pair, 4)
            settle()
            expect_waiting(called, transfer.returned)
            # A balance may be a property that takes the lock, so it is read in a thread too.
            look = Call(balances, pair[1 - locked])
            settle()
            if look.returned:
                expect(f"{called}: the other balance, 10 before", got=look.result(), expected=[10])
        expect(f"{called} and then freed", got=transfer.result(), expected=True)
        expect("the two balances after it", got=balances(*pair), expected=[6, 14])


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_no_balance_changes_while_the_lock_of_the_other_account_is_taken(exercise):
    """Somebody takes a lock at any moment of a transfer: the other balance must stay until it is freed."""
    for locked in (0, 1):
        pair = exercise.Account(10), exercise.Account(10)
        transfer = Call(exercise.transfer, *pair, 4)
        with pair[locked].lock:
            looks = []
            for _ in range(2):
                # A balance may be a property that takes the lock, so it is read in a thread.
                look = Call(balances, pair[1 - locked])
                settle()
                if look.returned:
                    looks += look.result()
            taken, other = ("source", "target") if locked == 0 else ("target", "source")
            called = f"{other}.balance while {taken}.lock is taken"
            expect_that(called, len(set(looks)) < 2, got="changes", expected="stays as it is")
        expect("transfer, the lock freed", got=transfer.result(), expected=True)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_the_total_never_changes_for_who_holds_both_locks(exercise):
    """Somebody takes both locks at any moment of a transfer, and so never sees half of it."""
    one, two = exercise.Account(10), exercise.Account(10)
    transfer = Call(exercise.transfer, one, two, 4)
    with one.lock:
        if two.lock.acquire(blocking=False):
            # A balance may be a property that takes the lock, so it is read in a thread.
            look = Call(balances, one, two)
            settle()
            if look.returned:
                total = sum(look.result())
                expect("the sum of both balances, both locks held", got=total, expected=20)
            two.lock.release()
    expect("transfer, the locks freed", got=transfer.result(), expected=True)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_transfers_between_other_accounts_go_on_meanwhile(exercise):
    one, two, three, four = (exercise.Account(10) for _ in range(4))
    with one.lock:
        waiting = Call(exercise.transfer, one, two, 1)
        settle()
        other = Call(exercise.transfer, three, four, 2)
        called = "transfer from three to four while one is locked"
        expect(called, got=other.result(), expected=True)
    expect("transfer from one to two, one freed", got=waiting.result(), expected=True)


@pytest.mark.points(1)
@pytest.mark.world("model")
def test_both_locks_are_free_after_every_transfer(exercise):
    one, two = exercise.Account(10), exercise.Account(10)
    for source, target, amount in [(one, two, 4), (one, two, 99), (two, two, 4), (two, two, 99)]:
        exercise.transfer(source, target, amount)
        free = Call(both_free, one, two).result()
        taken = [
            name for name, is_free in zip(("first", "second"), free, strict=True) if not is_free
        ]
        expect(f"locks still taken after a transfer of {amount}", got=taken, expected=[])
