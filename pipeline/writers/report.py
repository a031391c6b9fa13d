def write(*a, **k):
    return b""
