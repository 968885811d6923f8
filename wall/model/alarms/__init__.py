"""Alarms: from something that a source says to a closed, documented case of attention.

- `signal`: what a source says; `kinds`: of which kinds, and which of them belong to one happening. `place`: what is
  known of where it comes from.
- `rule`: what an alarm is made of, with `schedule`; `matching`: which rules a signal concerns; `holding`: whether what
  it says has lasted long enough (dwell, hysteresis).
- `dedupe`: which open alarm a signal belongs to: one walk is one alarm. `flood`: when a count grows instead of a list;
  `mute`: what is not to be heard of for a while, and why.
- `subscription`: how well a device is listened to, and what may be missing.
- `sorting`: all of that in its order. A signal becomes an alarm, or counts for one, or is known not to be wanted:
  its `Fate` says which, and nothing is without one.
- `alarm`, `state`: the case. `action`, `workflow`: what may be done with it; `activity`: what was. `escalation`: what
  happens where nobody does anything. `finding`: what is asked of the history.
"""
