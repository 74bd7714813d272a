# fails test_the_last_money_is_paid_out_once: nothing keeps a second payer out between the question and the subtraction


class Account:
    def __init__(self, balance=0):
        self._balance = balance

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        self._balance += amount

    def withdraw(self, amount):
        if amount <= 0:
            raise ValueError("amount must be more than 0")
        if self._balance < amount:
            return False
        self._balance -= amount
        return True
