"""Speaks to cameras: discovery, device, media, PTZ and events over ONVIF.

What this room will be: the only one that knows SOAP, zeep and XML; it returns types of `wall.model` and
turns every fault into the model's error tree. It is empty until the issue that finds and manages cameras:
the live wall of the first issue opens RTSP addresses that it is given.
"""
