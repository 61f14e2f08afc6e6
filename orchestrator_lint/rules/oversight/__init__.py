"""Who watches over the machine, may say no to it, and is able to."""
