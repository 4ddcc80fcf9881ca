"""The kinds of questions and figures: what an author writes of each, and what it means.

A kind is one file. No other room asks of which kind a question or a figure is: it asks the thing
itself, by what `QuestionKind` and `FigureKind` say that every kind can tell.
"""
