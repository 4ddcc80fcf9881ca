"""What a place in the course has to show, before anything is drawn.

Each function takes a visit and gives a `View`. Nothing here knows a terminal, so that every front
end says the same.
"""
