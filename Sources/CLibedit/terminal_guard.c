#define _GNU_SOURCE
#include "CLibedit.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* Everything here may run in a signal handler: only calls that POSIX allows there. */

static struct termios kept;
static volatile sig_atomic_t kept_descriptor = -1;
static volatile sig_atomic_t kept_process = -1;
static volatile sig_atomic_t knows_sequences = 0;

void clibedit_restore_terminal(void) {
  int saved = errno;
  int descriptor = kept_descriptor;
  struct termios now;
  /* A process that the terminal does not belong to now would be stopped by the call, and a child has no business here. */
  if (descriptor >= 0 && kept_process == getpid() && tcgetpgrp(descriptor) == getpgrp() &&
      tcgetattr(descriptor, &now) == 0 && (now.c_lflag != kept.c_lflag || now.c_iflag != kept.c_iflag)) {
    static const char end_of_marked_pastes[] = "\033[?2004l\r\n";
    if (knows_sequences && write(descriptor, end_of_marked_pastes, sizeof end_of_marked_pastes - 1) < 0) {
      /* Its modes are what matters. */
    }
    tcsetattr(descriptor, TCSANOW, &kept);
  }
  errno = saved;
}

static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV};
enum { fatal_count = sizeof fatal / sizeof fatal[0] };
static struct sigaction earlier[fatal_count];

static void restore_and_die(int signal_number) {
  clibedit_restore_terminal();
  /* Whoever had the signal before ends the process: the system, or a runtime that says where the fault was. */
  for (int index = 0; index < fatal_count; index++) {
    if (fatal[index] == signal_number) sigaction(signal_number, &earlier[index], NULL);
  }
  raise(signal_number);
}

void clibedit_keep_terminal(int descriptor) {
  if (tcgetattr(descriptor, &kept) != 0) return;
  const char *terminal = getenv("TERM");
  knows_sequences = terminal && *terminal && strcmp(terminal, "dumb") != 0;
  int is_first = kept_process < 0;
  kept_process = getpid();
  kept_descriptor = descriptor;
  if (!is_first) return;
  atexit(clibedit_restore_terminal);
  for (int index = 0; index < fatal_count; index++) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = restore_and_die;
    action.sa_flags = SA_NODEFER;
    sigemptyset(&action.sa_mask);
    sigaction(fatal[index], &action, &earlier[index]);
  }
}
