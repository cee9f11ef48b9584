"""Rewritings of code in Python, JavaScript, TypeScript, SQL, shell and Swift, in the code of an observatory."""
from fresh import idioms_python, idioms_shell, idioms_sql, idioms_swift, idioms_web
from fresh.idiom_sets import Sets

IDIOMS = Sets(idioms_python.IDIOMS + idioms_web.IDIOMS + idioms_sql.IDIOMS + idioms_shell.IDIOMS + idioms_swift.IDIOMS)
