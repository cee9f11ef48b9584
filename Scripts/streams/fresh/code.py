"""Puts blocks of code into a function.

A block is a template of whole lines. Its slots %in_...% are what the function is given: they become its parameters, and
all blocks share them. Other slots are the block's own; %v%, %v2% are its variables.
"""
import re


def indented(text, depth, step=4):
    return "\n".join(" " * (step * depth) + line if line else line for line in text.split("\n"))


def own(block, number):
    """The block with all slots but %in_...% made its own by a number, apart from other blocks'."""
    return re.sub(r"%(?!in_)([a-z_]+)(\d*)%", lambda match: f"%{match.group(1)}{number}{match.group(2) or 0}%", block)


def given(bound):
    """The parameters: what the slots %in_...% were filled with, in the order in which they came up."""
    return [word for slot, word in bound.items() if slot.startswith("%in_")]


def body(draft, blocks, low, high):
    """Several different blocks, filled: (their texts in order, the names of parameters, the last variable or None)."""
    bound, texts, last = {}, [], None
    for index, block in enumerate(draft.some(blocks, low, high)):
        block = own(block, index)
        texts.append(draft.fill(block, bound))
        variables = re.findall(r"%v\d*%", block)
        last = bound[variables[0]] if variables else last
    return texts, given(bound), last
