"""Debian 12's wapiti 3.0.4, with the exclusion of addresses (-x) working.

It writes a regular expression's flags at its end, which Python 3.11 refuses.
"""
import fnmatch
import re
import sys

from wapitiCore.main.wapiti import wapiti_main
from wapitiCore.net import crawler

crawler.wildcard_translate = lambda pattern: re.compile(fnmatch.translate(pattern))
sys.exit(wapiti_main())
