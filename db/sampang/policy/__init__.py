"""The files of the fund as a register for the policy laboratory."""
