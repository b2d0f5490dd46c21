"""The tab "Register lain": a register of elsewhere, studied without entering the store."""
