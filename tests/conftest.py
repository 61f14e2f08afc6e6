"""What holds for all tests: none is judged by how long it took."""

from hypothesis import settings

# half the usual number of examples: all tests together have to stay below ten minutes on two cores
settings.register_profile("untimed", deadline=None, max_examples=50)
settings.load_profile("untimed")
