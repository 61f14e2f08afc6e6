"""The tests of the room `exchange`."""
