"""The screens, by programme and for the whole office; no screen lies directly in this folder."""
