"""The colours of the screen: a dark theme, a light one, and one of the terminal's own colours.

Every text passes WCAG AA (a contrast of 4.5) on what it stands on; a test looks at every cell.
"""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

from data.settings import Look

DARK: Final = Theme(
    name="malstyrt-mork",
    dark=True,
    background="#15191d",
    surface="#20262c",
    panel="#2a3138",
    foreground="#e6e9ec",
    primary="#82b1d6",
    secondary="#94a9bd",
    accent="#e3bd7a",
    success="#93cba2",
    warning="#e8b65f",
    error="#ef9a94",
    variables={
        "text": "#e6e9ec",
        "text-muted": "#aab4be",
        "text-primary": "#9cc4e4",
        "text-accent": "#e3bd7a",
        "text-success": "#93cba2",
        "text-warning": "#e8b65f",
        "text-error": "#ef9a94",
        "primary-muted": "#24384a",
        "primary-background": "#24384a",
        "block-cursor-foreground": "#10151a",
        "block-cursor-background": "#82b1d6",
        "block-cursor-blurred-foreground": "#e6e9ec",
        "block-cursor-blurred-background": "#2f3a44",
        "input-selection-background": "#3a5670",
        "scrollbar": "#46525d",
        "scrollbar-background": "#15191d",
    },
)

LIGHT: Final = Theme(
    name="malstyrt-lys",
    dark=False,
    background="#fbfaf7",
    surface="#f0eee9",
    panel="#e5e2da",
    foreground="#1f252b",
    primary="#23608f",
    secondary="#4a5e70",
    accent="#7a4b00",
    success="#2a6a3c",
    warning="#7d5200",
    error="#a12727",
    variables={
        "text": "#1f252b",
        "text-muted": "#525a61",
        "text-primary": "#1c537d",
        "text-accent": "#7a4b00",
        "text-success": "#2a6a3c",
        "text-warning": "#7d5200",
        "text-error": "#a12727",
        "primary-muted": "#d3e2ee",
        "primary-background": "#d3e2ee",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-background": "#23608f",
        "block-cursor-blurred-foreground": "#1f252b",
        "block-cursor-blurred-background": "#dbe3ea",
        "input-selection-background": "#b9d2e6",
        "scrollbar": "#b3b0a8",
        "scrollbar-background": "#fbfaf7",
    },
)

TERMINAL: Final = Theme(
    name="malstyrt-terminal",
    ansi=True,
    primary="ansi_default",
    secondary="ansi_default",
    warning="ansi_default",
    error="ansi_default",
    success="ansi_default",
    accent="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        # Which colours can be read on the terminal's own is for nobody to know: bold, reverse, and
        # white on blue can.
        "text-muted": "ansi_default",
        "primary-muted": "ansi_default",
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "border": "ansi_default",
        "border-blurred": "ansi_default",
        "block-cursor-background": "ansi_blue",
        "block-cursor-foreground": "ansi_bright_white",
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-text-style": "reverse",
        "input-selection-background": "ansi_blue",
        "input-selection-foreground": "ansi_bright_white",
        "scrollbar": "ansi_bright_black",
        "scrollbar-background": "ansi_default",
    },
)

THEMES: Final = {Look.DARK: DARK, Look.LIGHT: LIGHT, Look.TERMINAL: TERMINAL}
