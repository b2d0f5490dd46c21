"""From an application to the money: the steps that the regulation names, each with what it asks."""
