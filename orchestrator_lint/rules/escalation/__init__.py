"""Where a case goes that those involved cannot settle: upwards, in time, and to people."""
