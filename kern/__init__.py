"""The contract and its register, calendar, base model, refusals and formats."""
