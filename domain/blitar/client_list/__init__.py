"""A list of binaan as other registers export it (SIDT, OSS), read and taken in together."""
