"""The meeting itself: models, rules, journal and files. Knows no terminal."""
