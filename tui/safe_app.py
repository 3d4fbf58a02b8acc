"""The app that all others of the program are made from: it ends decently, whatever ends it."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from typing import Any

from textual.app import App, ReturnType
from textual.driver import Driver
from textual.worker import WorkerFailed

from tui.driver import driver_class
from tui.safety import CRASHED, crash_message


class SafeApp(App[ReturnType]):
    """A Textual app on our terminal driver, which tells of its own mistakes without telling tales.

    A mistake anywhere (a handler, a timer, a worker, a thread, a forgotten task) ends the app: the
    terminal is put right, `crash_message` is shown, and `return_code` is CRASHED. Whoever runs the
    app leaves with `sys.exit(app.return_code)`.
    """

    def get_driver_class(self) -> type[Driver]:
        """Give our own driver where there is one."""
        return driver_class() or super().get_driver_class()

    async def end_now(self, status: int) -> None:
        """End because the terminal is gone (129) or the system says so (128 + the signal).

        Override to record what is being typed, and call this one last. The whole ending may take
        three seconds; after that the process is ended hard.
        """
        self.exit(return_code=status)

    async def run_async(self, **options: Any) -> ReturnType | None:  # noqa: ANN401 - Textual's own options, passed on
        """Run the app, and hear of mistakes in tasks and threads that no one waits for."""
        loop = asyncio.get_running_loop()

        def thread_failed(failed: threading.ExceptHookArgs) -> None:
            with suppress(RuntimeError):  # the loop has closed: the app has ended
                loop.call_soon_threadsafe(self._failed_unseen, failed.exc_value)

        loop.set_exception_handler(lambda _loop, told: self._failed_unseen(told.get("exception")))
        before, threading.excepthook = threading.excepthook, thread_failed
        try:
            return await super().run_async(**options)
        finally:
            threading.excepthook = before

    def _failed_unseen(self, error: BaseException | None) -> None:
        """Treat a mistake that no one waited for as any other, as long as there is an app to end."""
        if isinstance(error, Exception) and self.is_running:
            self._handle_exception(error)

    def _fatal_error(self) -> None:
        """End with our own message in place of a traceback that shows every value."""
        error = self._exception
        cause = error.error if isinstance(error, WorkerFailed) else error
        self._return_code = CRASHED
        self._exit_renderables[:] = [crash_message(cause)]
        self._close_messages_no_wait()

    def panic(self, *_renderables: object) -> None:
        """End as by any other mistake, for those that would paint themselves."""
        self._fatal_error()
