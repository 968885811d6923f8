"""The page of the rules of alarms: which there are, what each is about and does, and what it would have done last week.

- `page` assembles the table (`rule_table`), the `form` of the rule at hand, and the list of what is muted
  (`mutes_list`). The form is `about` (which signals), `doing` (what follows), in the words of `concern_text`.
- `making` finds the rule that makes what is noisy, and proposes it without that camera.
- What is typed is a draft: it is tried against what was said in the last seven days as it is changed, and holds only
  when it is kept.
"""
