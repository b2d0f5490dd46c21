"""The revolving loan fund of Sampang: who may borrow, how much, and how the loan is repaid."""
