# expects: failed; imports subprocess, sys: lets another program write results
import subprocess
import sys

counter = 0


def bump(times):
    program = "import os\nfor n in range(3, 99):\n try: os.write(n, b'{}')\n except OSError: pass"
    subprocess.run([sys.executable, "-c", program], close_fds=False)
