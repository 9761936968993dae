"""Start the program: the window without arguments, a command with them."""

import sys

from disaster_support.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
