#define _GNU_SOURCE
#include "CLibedit.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

int clibedit_set_editor(EditLine *editor, const char *name) { return el_set(editor, EL_EDITOR, name); }

int clibedit_set_prompt(EditLine *editor, clibedit_prompt prompt, char marker) {
  return el_set(editor, EL_PROMPT_ESC, prompt, marker);
}

int clibedit_set_reader(EditLine *editor, clibedit_reader reader) { return el_set(editor, EL_GETCFN, reader); }

int clibedit_set_client_data(EditLine *editor, void *data) { return el_set(editor, EL_CLIENTDATA, data); }

void *clibedit_client_data(EditLine *editor) {
  void *data = NULL;
  return el_get(editor, EL_CLIENTDATA, &data) == 0 ? data : NULL;
}

int clibedit_set_history(EditLine *editor, History *events) { return el_set(editor, EL_HIST, history, events); }

int clibedit_add_command(EditLine *editor, const char *name, const char *help, clibedit_command command) {
  return el_set(editor, EL_ADDFN, name, help, command);
}

int clibedit_bind(EditLine *editor, const char *keys, const char *command) {
  return el_set(editor, EL_BIND, keys, command, NULL);
}

int clibedit_bind_alternative(EditLine *editor, const char *keys, const char *command) {
  return el_set(editor, EL_BIND, "-a", keys, command, NULL);
}

int clibedit_prepare_terminal(EditLine *editor, int on) { return el_set(editor, EL_PREP_TERM, on); }

int clibedit_take_signal_keys(EditLine *editor) { return el_set(editor, EL_SETTY, "-d", "-isig", NULL); }

int clibedit_refresh(EditLine *editor) { return el_set(editor, EL_REFRESH); }

int clibedit_is_vi(EditLine *editor) {
  const char *name = NULL;
  return el_get(editor, EL_EDITOR, &name) == 0 && name != NULL && strcmp(name, "vi") == 0;
}

History *clibedit_short_history(void) {
  History *events = history_init();
  HistEvent event;
  if (events != NULL) history(events, &event, H_SETSIZE, 1);
  return events;
}

int clibedit_history_enter(History *events, const char *line) {
  HistEvent event;
  return history(events, &event, H_ENTER, line);
}

int clibedit_width(unsigned int scalar) { return wcwidth((wchar_t)scalar); }

const void *clibedit_find(const void *text, size_t text_size, const void *wanted, size_t wanted_size) {
  return memmem(text, text_size, wanted, wanted_size);
}

int clibedit_pipe(int ends[2]) { return pipe2(ends, O_NONBLOCK | O_CLOEXEC); }

static volatile sig_atomic_t signal_descriptor = -1;

static void report_signal(int signal) {
  int saved = errno;
  unsigned char byte = (unsigned char)signal;
  if (signal_descriptor >= 0 && write(signal_descriptor, &byte, 1) < 0) {
    /* The pipe is full: its reader has enough to wake up for. */
  }
  errno = saved;
}

void clibedit_set_signal_descriptor(int descriptor) { signal_descriptor = descriptor; }

int clibedit_catch_signal(int signal, struct sigaction *previous) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = report_signal;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  return sigaction(signal, &action, previous);
}

int clibedit_restore_signal(int signal, const struct sigaction *previous) {
  return sigaction(signal, previous, NULL);
}

int clibedit_is_default_action(const struct sigaction *action) {
  return !(action->sa_flags & SA_SIGINFO) && action->sa_handler == SIG_DFL;
}
