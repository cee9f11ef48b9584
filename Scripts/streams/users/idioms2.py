"""Further rewritings of code in Python, JavaScript, SQL, shell, Swift and Go, in the code of an orchard."""
from fresh import idioms2_go, idioms2_python, idioms2_shell, idioms2_sql, idioms2_swift, idioms2_web
from fresh.idiom_sets import Sets

IDIOMS = Sets(idioms2_python.IDIOMS + idioms2_web.IDIOMS + idioms2_sql.IDIOMS + idioms2_shell.IDIOMS
              + idioms2_swift.IDIOMS + idioms2_go.IDIOMS)
