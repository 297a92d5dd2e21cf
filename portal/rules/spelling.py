"""Two words are spelt alike when one letter taken out of either makes them equal, or when their consonants sound the same."""
SHORTEST = 3
SHORTEST_FRAME = 3
SILENT = str.maketrans("", "", "aiueoh")
SOUNDS = str.maketrans("fbdgqxc", "pptkkkk")


def is_spelt(word):
    """Whether a normalised word can be misspelt: letters only, and long enough to tell."""
    return len(word) >= SHORTEST and word.isalpha()


def keys(word):
    """What a normalised word shares with the words spelt like it: itself, itself less one letter, and its consonants.

    Words that share a key are candidates; how close they are is for a measure of closeness to say. An edit, a swap of
    two neighbours, a letter too many or too few always shares one.
    """
    return {word, *(word[:at] + word[at + 1:] for at in range(len(word))), *_frame(word)}


def _frame(word):
    """`saifudin` and `saepudin` have one frame; a short one would be everybody's."""
    frame = word[0] + word[1:].translate(SILENT).translate(SOUNDS)
    return {f"^{frame}"} if len(frame) > SHORTEST_FRAME else set()
