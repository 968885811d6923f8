"""`citywall bench alarms`: from something that happens before a camera to an alarm that is kept and painted."""
