"""What is kept about a visit, and nothing about who the person is.

One learner, one TinyDB file; see `learners.LearnerStore`.
"""
