# expects: invalid: pretends that somebody interrupts
raise KeyboardInterrupt
