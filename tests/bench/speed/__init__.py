"""The benchmark of speed: how long a build takes, beside three other ways to make the same site."""
