"""The market stalls of Malang: a made-up third programme, as small as one can be."""
