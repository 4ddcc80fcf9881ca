"""One person's way through a course: route, achievement, record, visit, reception.

The only writer of progress.
"""
