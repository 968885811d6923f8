"""The page of the joysticks: how each stands, live, and what its axes and buttons do.

- `page` assembles; `traces` draws what each axis asks, `axes_form` says which axis does what, `button_list` what the
  buttons do. `settling` asks the operator to move the stick, for its ends or to name an axis; `words` are the words.

Decided, and why
- What is changed holds at once, and can be taken back step by step: one feels it in the hand, and there is nothing to
  confirm.
- One lane an axis instead of one colour an axis: colour means that somebody must look. Thin and grey is where the axis
  is, bright is what it asks after dead zone and curve.
- The plot is drawn twenty times a second while it is seen, and not at all else.
"""
