"""The bank's file on the screen: brought, mapped, sorted, decided and booked."""
