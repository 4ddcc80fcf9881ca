"""One person's way through a course: route, grading, achievement, record, visit, reception.

The only writer of progress.
"""
