"""The page on which ways in for other systems and out to a supervisor are set up.

`page` puts the groups together: `broker_group` (in and out), `webhook_group`, `hook_group`, `screen_group`; each is a
`group` with its fields, how it stands, and a button that tries it. `wall.ui.alarms.ways_port` is what they ask,
`words` what they say.
"""
