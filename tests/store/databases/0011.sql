BEGIN TRANSACTION;
CREATE TABLE "alarm" (
   "moment" INTEGER PRIMARY KEY,
   "alarm_id" INTEGER NOT NULL,
   "camera_id" INTEGER NOT NULL,
   "site_id" INTEGER NOT NULL,
   "rule_id" INTEGER NOT NULL,
   "priority" INTEGER NOT NULL,
   "number" INTEGER NOT NULL,
   "count" INTEGER NOT NULL,
   "level" INTEGER NOT NULL,
   "part_of" INTEGER NOT NULL,
   "is_drill" INTEGER NOT NULL,
   "is_flood" INTEGER NOT NULL,
   "lasts" INTEGER NOT NULL,
   "kind" TEXT NOT NULL,
   "state" TEXT NOT NULL,
   "source" TEXT NOT NULL,
   "cameras" TEXT NOT NULL,
   "name" TEXT NOT NULL,
   "site" TEXT NOT NULL,
   "ward" TEXT NOT NULL,
   "title" TEXT NOT NULL,
   "detail" TEXT NOT NULL,
   "owner" TEXT NOT NULL,
   "reason" TEXT NOT NULL,
   "checked" TEXT NOT NULL,
   "acknowledged_by" TEXT NOT NULL,
   "verdict" TEXT,
   "began_s" REAL NOT NULL,
   "last_s" REAL NOT NULL,
   "raised_s" REAL NOT NULL,
   "ended_s" REAL,
   "hold_until_s" REAL,
   "acknowledged_s" REAL,
   "closed_s" REAL
);
INSERT INTO "alarm" VALUES(1876951040000000001,1,1,0,1,2,0,2,0,0,0,0,0,'line','NEW','ONVIF','[1]','','Ngã Sáu','','','','','','[]','',NULL,1790000000.0,1790000001.0,1790000000.0,NULL,NULL,NULL,NULL);
INSERT INTO "alarm" VALUES(1876951040000000002,2,1,0,1,2,0,2,0,0,0,0,0,'line','CLOSED','ONVIF','[1]','','Ngã Sáu','','','','','mèo hoang','[]','','FALSE',1790000000.0,1790000001.0,1790000000.0,NULL,NULL,NULL,1790000000.0);
CREATE TABLE "alarm_activity" (
   "activity_id" INTEGER PRIMARY KEY,
   "alarm_id" INTEGER NOT NULL,
   "at_s" REAL NOT NULL,
   "deed" TEXT NOT NULL,
   "state" TEXT NOT NULL,
   "who" TEXT NOT NULL,
   "text" TEXT NOT NULL,
   "has_picture" INTEGER NOT NULL
);
INSERT INTO "alarm_activity" VALUES(1,1,1790000000.0,'BEGAN','NEW','','',0);
INSERT INTO "alarm_activity" VALUES(2,2,1790000000.0,'CLOSED','CLOSED','Nguyễn An','mèo hoang',0);
INSERT INTO "alarm_activity" VALUES(3,2,1790000000.0,'NOTED','NEW','Nguyễn An','xe tải trắng',1);
CREATE TABLE "alarm_drill" (
   "drill_id" INTEGER PRIMARY KEY,
   "kind" TEXT NOT NULL,
   "began_s" REAL NOT NULL,
   "name" TEXT NOT NULL,
   "standing" TEXT NOT NULL,
   "seen_by" TEXT NOT NULL DEFAULT '',
   "camera_id" INTEGER NOT NULL DEFAULT 0,
   "alarm_id" INTEGER NOT NULL DEFAULT 0,
   "is_nightly" INTEGER NOT NULL DEFAULT 0,
   "screen" INTEGER NOT NULL DEFAULT 0,
   "cell" INTEGER NOT NULL DEFAULT 0,
   "pictures" INTEGER NOT NULL DEFAULT 0,
   "seen_s" REAL
);
INSERT INTO "alarm_drill" VALUES(1,'ALARM',1790000000.0,'12  Ngã Sáu','ENDED','Lê Bình',1,1,1,1,9,0,1790000000.0);
INSERT INTO "alarm_drill" VALUES(2,'HANG',1790000060.0,'','ENDED','',0,0,0,0,0,9,NULL);
INSERT INTO "alarm_drill" VALUES(3,'FROZEN',1790000120.0,'Chợ Nhớn','UNDER_WAY','',2,0,1,0,0,0,NULL);
CREATE TABLE "alarm_drill_part" (
   "drill_id" INTEGER NOT NULL REFERENCES "alarm_drill"("drill_id"),
   "part" TEXT NOT NULL,
   "after_s" REAL,
   "why" TEXT NOT NULL,
   "is_wanted" INTEGER NOT NULL,
   PRIMARY KEY ("drill_id", "part")
);
INSERT INTO "alarm_drill_part" VALUES(1,'NOTICED',0.1,'',1);
INSERT INTO "alarm_drill_part" VALUES(1,'SOUND',NULL,'Cause.NO_SOUND_DEVICE',1);
INSERT INTO "alarm_drill_part" VALUES(1,'WALL',1.5,'',1);
INSERT INTO "alarm_drill_part" VALUES(1,'PUSH',NULL,'Answer.UNREACHABLE',1);
INSERT INTO "alarm_drill_part" VALUES(2,'NOTICED',4.5,'',1);
INSERT INTO "alarm_drill_part" VALUES(2,'WATCHDOG',5.75,'',1);
CREATE TABLE "alarm_mute" (
   "mute_id" INTEGER PRIMARY KEY,
   "camera_id" INTEGER NOT NULL,
   "site_id" INTEGER NOT NULL,
   "from_s" REAL NOT NULL,
   "until_s" REAL NOT NULL,
   "reason" TEXT NOT NULL,
   "who" TEXT NOT NULL,
   "kinds" TEXT NOT NULL
);
INSERT INTO "alarm_mute" VALUES(1,2,0,1790000000.0,1790003600.0,'cành cây','Nguyễn An','["motion"]');
CREATE TABLE "alarm_picture" (
   "activity_id" INTEGER PRIMARY KEY REFERENCES "alarm_activity"("activity_id"),
   "jpeg" BLOB NOT NULL
);
INSERT INTO "alarm_picture" VALUES(3,X'6A706567');
CREATE TABLE "alarm_push" (
   "push_id" INTEGER PRIMARY KEY,
   "alarm_id" INTEGER NOT NULL,
   "rule_id" INTEGER NOT NULL,
   "way" TEXT NOT NULL,
   "body" TEXT NOT NULL,
   "made_s" REAL NOT NULL,
   "tries" INTEGER NOT NULL,
   "next_s" REAL NOT NULL,
   "ended_s" REAL
);
INSERT INTO "alarm_push" VALUES(1,1,1,'HTTP','{"id": 1}',1790000000.0,0,1790000000.0,NULL);
INSERT INTO "alarm_push" VALUES(2,1,1,'MQTT','',1790000000.0,0,1790000000.0,1790000000.0);
CREATE TABLE "alarm_rule" (
   "rule_id" INTEGER PRIMARY KEY,
   "data" TEXT NOT NULL
);
INSERT INTO "alarm_rule" VALUES(1,'{"format":1,"name":"Cổng trường","priority":2,"title":"","instruction":"Gọi bảo vệ","checklist":["Gọi","Ghi biển số"],"escalate_s":[60.0,180.0],"is_on":true,"concern":{"sources":["ONVIF"],"topic":"","schedule":[[[5,6],1320,300]],"kinds":["line"],"cameras":[1],"sites":[],"wards":[],"tags":[]},"merging":{"dwell_s":0.0,"hysteresis_s":3.0,"quiet_s":30.0,"reach_m":150.0,"flood_s":600.0,"flood_camera":10,"flood_site":30,"reach":"CAMERA"},"response":{"screen_id":0,"cell":null,"sound":true,"record_s":0.0,"before_s":10.0,"preset":"","bookmark":false,"push":false}}');
INSERT INTO "alarm_rule" VALUES(2,'{"format":1,"name":"Khác","priority":3,"title":"","instruction":"","checklist":[],"escalate_s":[60.0,180.0],"is_on":true,"concern":{"sources":[],"topic":"","schedule":[],"kinds":[],"cameras":[],"sites":[],"wards":[],"tags":[]},"merging":{"dwell_s":0.0,"hysteresis_s":3.0,"quiet_s":30.0,"reach_m":150.0,"flood_s":600.0,"flood_camera":10,"flood_site":30,"reach":"CAMERA"},"response":{"screen_id":0,"cell":null,"sound":true,"record_s":0.0,"before_s":10.0,"preset":"","bookmark":false,"push":false}}');
CREATE TABLE "alarm_signal" (
   "signal_id" INTEGER PRIMARY KEY,
   "source" TEXT NOT NULL,
   "kind" TEXT NOT NULL,
   "phase" TEXT NOT NULL,
   "topic" TEXT NOT NULL,
   "detail" TEXT NOT NULL,
   "key" TEXT NOT NULL,
   "fate" TEXT NOT NULL,
   "camera_id" INTEGER NOT NULL,
   "site_id" INTEGER NOT NULL,
   "at_s" REAL NOT NULL,
   "is_drill" INTEGER NOT NULL,
   "alarm_id" INTEGER NOT NULL,
   "told_s" REAL
);
INSERT INTO "alarm_signal" VALUES(1,'ONVIF','line','PULSE','tns1:RuleEngine/LineDetector','','','ALARM',1,0,1790000000.0,0,1,NULL);
INSERT INTO "alarm_signal" VALUES(2,'ONVIF','line','PULSE','tns1:RuleEngine/LineDetector','','','COUNTED',1,0,1790000001.0,0,1,NULL);
INSERT INTO "alarm_signal" VALUES(3,'ONVIF','tamper','BEGINS','','','a','WAITING',2,0,1790000005.0,0,0,NULL);
CREATE TABLE "base_map" (
   "map_id" INTEGER PRIMARY KEY NOT NULL,
   "min_zoom" INTEGER NOT NULL,
   "max_zoom" INTEGER NOT NULL,
   "kind" TEXT NOT NULL,
   "name" TEXT NOT NULL,
   "attribution" TEXT NOT NULL,
   "file" TEXT NOT NULL,
   "template" TEXT NOT NULL,
   "corners" TEXT NOT NULL,
   "west" REAL NOT NULL,
   "south" REAL NOT NULL,
   "east" REAL NOT NULL,
   "north" REAL NOT NULL,
   "is_shown" INTEGER NOT NULL
);
INSERT INTO "base_map" VALUES(2,0,0,'PLAN','Tầng 1','Công an tỉnh','2.mbtiles','','[[106.0,21.2],[106.1,21.2],[106.1,21.1],[106.0,21.1]]',105.9,21.0,106.2,21.3,1);
INSERT INTO "base_map" VALUES(3,0,19,'TILE_SERVER','bando.example','bando.example','3.mbtiles','https://bando.example/{z}/{x}/{y}.png?key=1','',-180.0,-85.0511287798066,180.0,85.0511287798066,0);
CREATE TABLE "bookmark" (
   "bookmark_id" INTEGER PRIMARY KEY,
   "moment" INTEGER NOT NULL,
   "at_s" REAL NOT NULL,
   "camera_id" INTEGER NOT NULL,
   "number" INTEGER NOT NULL,
   "name" TEXT NOT NULL,
   "site" TEXT NOT NULL,
   "note" TEXT NOT NULL,
   "tags" TEXT NOT NULL,
   "operator" TEXT NOT NULL,
   "clock_offset_s" REAL,
   "has_picture" INTEGER NOT NULL,
   "is_removed" INTEGER NOT NULL
);
INSERT INTO "bookmark" VALUES(1,1876951102914560001,1790000060.0,2,102,'Ngã Sáu – cổng 1','Ngã Sáu','đổ rác trộm lần 1','["rác thải","đêm"]','anh',-1.5,0,1);
INSERT INTO "bookmark" VALUES(2,1876951165829120002,1790000120.0,3,103,'Ngã Sáu – cổng 2','Ngã Sáu','đổ rác trộm lần 2','[]','anh',NULL,1,0);
INSERT INTO "bookmark" VALUES(3,1876951228743680003,1790000180.0,4,104,'Ngã Sáu – cổng 3','Ngã Sáu','đổ rác trộm lần 3','["rác thải","đêm"]','anh',-1.5,0,0);
CREATE TABLE "bookmark_picture" (
   "bookmark_id" INTEGER PRIMARY KEY REFERENCES "bookmark"("bookmark_id"),
   "jpeg" BLOB NOT NULL
);
INSERT INTO "bookmark_picture" VALUES(2,X'6A706567');
CREATE TABLE "camera" (
   "camera_id" INTEGER PRIMARY KEY,
   "number" INTEGER,
   "name" TEXT NOT NULL,
   "nickname" TEXT NOT NULL,
   "source_token" TEXT NOT NULL,
   "snapshot_url" TEXT NOT NULL,
   "notes" TEXT NOT NULL,
   "credential" TEXT NOT NULL,
   "site_id" INTEGER REFERENCES "site"("site_id"),
   "device_id" INTEGER REFERENCES "device"("device_id"),
   "has_ptz" INTEGER NOT NULL,
   "latitude" REAL,
   "longitude" REAL,
   "bearing_deg" REAL,
   "view_deg" REAL,
   "priority" INTEGER NOT NULL
);
INSERT INTO "camera" VALUES(1,1,'Camera 1','biệt danh 1','VS1','http://10.0.0.1/snap.jpg','','',2,1,0,21.18,106.0601,1.0,90.0,1);
INSERT INTO "camera" VALUES(2,2,'Camera 2','biệt danh 2','VS1','http://10.0.0.2/snap.jpg','','',1,2,0,21.18,1.06060200000000008917e+02,2.0,90.0,2);
INSERT INTO "camera" VALUES(3,3,'Camera 3','','VS1','http://10.0.0.3/snap.jpg','','',2,3,0,21.18,106.0603,3.0,90.0,0);
INSERT INTO "camera" VALUES(4,4,'Camera 4','biệt danh 4','VS2','http://10.0.0.4/snap.jpg','','',1,1,1,21.18,106.0604,4.0,90.0,1);
CREATE TABLE "camera_tag" (
   "camera_id" INTEGER REFERENCES "camera"("camera_id"),
   "rank" INTEGER,
   "tag" TEXT NOT NULL,
   PRIMARY KEY ("camera_id", "rank")
);
INSERT INTO "camera_tag" VALUES(1,0,'ngã tư');
INSERT INTO "camera_tag" VALUES(1,1,'ưu tiên');
INSERT INTO "camera_tag" VALUES(3,0,'ngã tư');
INSERT INTO "camera_tag" VALUES(3,1,'ưu tiên');
CREATE TABLE "capability" (
   "device_id" INTEGER REFERENCES "device"("device_id"),
   "rank" INTEGER,
   "kind" TEXT NOT NULL,
   "data" TEXT NOT NULL,
   PRIMARY KEY ("device_id", "rank")
);
INSERT INTO "capability" VALUES(1,0,'channels','[{"source": "VS1", "name": "Kênh 1", "streams": [{"token": "main", "name": "main", "encoding": "H265", "codec": "H265", "width": 2560, "height": 1440, "fps": 25.0, "bitrate_kbps": 4096, "url": "rtsp://10.0.0.1:554/101", "snapshot_url": "http://10.0.0.1:554/101"}, {"token": "sub", "name": "sub", "encoding": "H265", "codec": "H264", "width": 640, "height": 360, "fps": 25.0, "bitrate_kbps": 4096, "url": "rtsp://10.0.0.1:554/102", "snapshot_url": "http://10.0.0.1:554/102"}], "ptz": {"token": "N1", "can_pan_tilt": true, "can_zoom": true, "can_go_to": false, "has_home": true, "most_presets": 300, "pan_limits": [-1.0, 1.0], "tilt_limits": null, "zoom_limits": [0.0, 1.0]}, "ptz_profile": "main", "presets": [["1", "Cổng bắc"], ["2", ""]]}, {"source": "VS2", "name": "Kênh 2", "streams": [{"token": "main", "name": "main", "encoding": "H265", "codec": "H265", "width": 2560, "height": 1440, "fps": 25.0, "bitrate_kbps": 4096, "url": "rtsp://10.0.0.1:554/201", "snapshot_url": "http://10.0.0.1:554/201"}, {"token": "sub", "name": "sub", "encoding": "H265", "codec": "H264", "width": 640, "height": 360, "fps": 25.0, "bitrate_kbps": 4096, "url": "rtsp://10.0.0.1:554/202", "snapshot_url": "http://10.0.0.1:554/202"}], "ptz": null, "ptz_profile": "main", "presets": [["1", "Cổng bắc"], ["2", ""]]}]');
INSERT INTO "capability" VALUES(1,1,'services','[["http://www.onvif.org/ver10/media/wsdl", "http://10.0.0.1/onvif/media"]]');
INSERT INTO "capability" VALUES(1,2,'topics','["tns1:VideoSource/MotionAlarm", "tns1:Device/Trigger/DigitalInput"]');
INSERT INTO "capability" VALUES(1,3,'relays','[["R1", "Monostable", "open"]]');
INSERT INTO "capability" VALUES(1,4,'problems','[["CLOCK", "INCOMPLETE", "no time zone"]]');
INSERT INTO "capability" VALUES(2,0,'channels','[{"source": "VS1", "name": "Kênh 1", "streams": [{"token": "main", "name": "main", "encoding": "H265", "codec": "H265", "width": 2560, "height": 1440, "fps": 25.0, "bitrate_kbps": 4096, "url": "rtsp://10.0.0.2:554/101", "snapshot_url": "http://10.0.0.2:554/101"}, {"token": "sub", "name": "sub", "encoding": "H265", "codec": "H264", "width": 640, "height": 360, "fps": 25.0, "bitrate_kbps": 4096, "url": "rtsp://10.0.0.2:554/102", "snapshot_url": "http://10.0.0.2:554/102"}], "ptz": {"token": "N1", "can_pan_tilt": true, "can_zoom": true, "can_go_to": false, "has_home": true, "most_presets": 300, "pan_limits": [-1.0, 1.0], "tilt_limits": null, "zoom_limits": [0.0, 1.0]}, "ptz_profile": "main", "presets": [["1", "Cổng bắc"], ["2", ""]]}]');
INSERT INTO "capability" VALUES(2,1,'services','[["http://www.onvif.org/ver10/media/wsdl", "http://10.0.0.2/onvif/media"]]');
INSERT INTO "capability" VALUES(2,2,'topics','["tns1:VideoSource/MotionAlarm", "tns1:Device/Trigger/DigitalInput"]');
INSERT INTO "capability" VALUES(2,3,'relays','[["R1", "Monostable", "open"]]');
INSERT INTO "capability" VALUES(2,4,'problems','[["CLOCK", "INCOMPLETE", "no time zone"]]');
INSERT INTO "capability" VALUES(3,0,'channels','[{"source": "VS1", "name": "Kênh 1", "streams": [{"token": "main", "name": "main", "encoding": "H265", "codec": "H265", "width": 2560, "height": 1440, "fps": 25.0, "bitrate_kbps": 4096, "url": "rtsp://10.0.0.3:554/101", "snapshot_url": "http://10.0.0.3:554/101"}, {"token": "sub", "name": "sub", "encoding": "H265", "codec": "H264", "width": 640, "height": 360, "fps": 25.0, "bitrate_kbps": 4096, "url": "rtsp://10.0.0.3:554/102", "snapshot_url": "http://10.0.0.3:554/102"}], "ptz": {"token": "N1", "can_pan_tilt": true, "can_zoom": true, "can_go_to": false, "has_home": true, "most_presets": 300, "pan_limits": [-1.0, 1.0], "tilt_limits": null, "zoom_limits": [0.0, 1.0]}, "ptz_profile": "main", "presets": [["1", "Cổng bắc"], ["2", ""]]}]');
INSERT INTO "capability" VALUES(3,1,'services','[["http://www.onvif.org/ver10/media/wsdl", "http://10.0.0.3/onvif/media"]]');
INSERT INTO "capability" VALUES(3,2,'topics','["tns1:VideoSource/MotionAlarm", "tns1:Device/Trigger/DigitalInput"]');
INSERT INTO "capability" VALUES(3,3,'relays','[["R1", "Monostable", "open"]]');
INSERT INTO "capability" VALUES(3,4,'problems','[["CLOCK", "INCOMPLETE", "no time zone"]]');
CREATE TABLE "clock_reading" (
   "device_id" INTEGER,
   "measured_s" REAL,
   "offset_s" REAL NOT NULL,
   "uncertainty_s" REAL NOT NULL,
   PRIMARY KEY ("device_id", "measured_s")
);
INSERT INTO "clock_reading" VALUES(1,1790000000.0,0.5,0.01);
CREATE TABLE "device" (
   "device_id" INTEGER PRIMARY KEY,
   "address" TEXT NOT NULL,
   "endpoint" TEXT NOT NULL,
   "name" TEXT NOT NULL,
   "location" TEXT NOT NULL,
   "manufacturer" TEXT NOT NULL,
   "model" TEXT NOT NULL,
   "firmware" TEXT NOT NULL,
   "serial" TEXT NOT NULL,
   "hardware" TEXT NOT NULL,
   "auth" TEXT,
   "login" TEXT NOT NULL,
   "certificate_sha256" TEXT NOT NULL,
   "credential" TEXT NOT NULL,
   "clock_offset_s" REAL,
   "clock_measured_s" REAL,
   "clock_uncertainty_s" REAL,
   "drift_s_per_day" REAL,
   "seen_s" REAL
);
INSERT INTO "device" VALUES(1,'http://10.0.0.1/onvif/device_service','urn:uuid:00000001','CAM-1','Bắc Ninh','HIKVISION','DS-2CD2T47','V5.7.3','SN1','88','TOKEN','PROVEN','0000000000000000000000000000000000000000000000000000000000000001','đội 1',-1.5,1790000000.0,0.02,0.2,1790000000.0);
INSERT INTO "device" VALUES(2,'http://10.0.0.2/onvif/device_service','urn:uuid:00000002','CAM-2','Bắc Ninh','HIKVISION','DS-2CD2T47','V5.7.3','SN2','88','TOKEN','PROVEN','0000000000000000000000000000000000000000000000000000000000000002','đội 1',-1.5,1790000000.0,0.02,0.2,1790000000.0);
INSERT INTO "device" VALUES(3,'http://10.0.0.3/onvif/device_service','urn:uuid:00000003','CAM-3','Bắc Ninh','HIKVISION','DS-2CD2T47','V5.7.3','SN3','88','TOKEN','PROVEN','0000000000000000000000000000000000000000000000000000000000000003','đội 1',-1.5,1790000000.0,0.02,0.2,1790000000.0);
CREATE TABLE "duty_view" (
   "camera_id" INTEGER PRIMARY KEY,
   "token" TEXT NOT NULL,
   "name" TEXT NOT NULL,
   "return_after_s" REAL NOT NULL,
   "picture_minute" INTEGER,
   "pan" REAL,
   "tilt" REAL,
   "zoom" REAL
);
INSERT INTO "duty_view" VALUES(2,'1','Ngã Sáu',60.0,NULL,0.5,-0.25,NULL);
CREATE TABLE "key_assignment" (
   "action" TEXT PRIMARY KEY,
   "keys" TEXT NOT NULL
);
INSERT INTO "key_assignment" VALUES('open','["Return","Ctrl+O"]');
INSERT INTO "key_assignment" VALUES('close','[]');
CREATE TABLE "last_id" (
   "kind" TEXT PRIMARY KEY,
   "value" INTEGER NOT NULL
);
INSERT INTO "last_id" VALUES('site',2);
INSERT INTO "last_id" VALUES('device',3);
INSERT INTO "last_id" VALUES('camera',4);
INSERT INTO "last_id" VALUES('view',4);
INSERT INTO "last_id" VALUES('tour',2);
INSERT INTO "last_id" VALUES('screen',2);
INSERT INTO "last_id" VALUES('bookmark',3);
INSERT INTO "last_id" VALUES('recording',3);
INSERT INTO "last_id" VALUES('base_map',3);
INSERT INTO "last_id" VALUES('map_view',2);
INSERT INTO "last_id" VALUES('patrol',1);
INSERT INTO "last_id" VALUES('reference_picture',1);
INSERT INTO "last_id" VALUES('alarm_rule',2);
INSERT INTO "last_id" VALUES('alarm_mute',1);
CREATE TABLE "map_view" (
   "view_id" INTEGER PRIMARY KEY,
   "name" TEXT NOT NULL,
   "layers" TEXT NOT NULL,
   "map_id" INTEGER NOT NULL,
   "latitude" REAL NOT NULL,
   "longitude" REAL NOT NULL,
   "zoom" REAL NOT NULL
);
INSERT INTO "map_view" VALUES(1,'Trung tâm','["heat","bookmarks"]',2,21.1861,106.0763,14.5);
INSERT INTO "map_view" VALUES(2,'Ga Bắc Ninh','[]',0,21.183,106.055,17.0);
CREATE TABLE "patrol" (
   "patrol_id" INTEGER PRIMARY KEY,
   "camera_id" INTEGER NOT NULL,
   "name" TEXT NOT NULL,
   "stops" TEXT NOT NULL,
   "tour" TEXT NOT NULL,
   "resume_after_s" REAL NOT NULL,
   "is_on" INTEGER NOT NULL
);
INSERT INTO "patrol" VALUES(1,2,'Chợ Nhớn','[{"preset":"1","dwell_s":20.0,"speed":0.5},{"preset":"Cổng","dwell_s":15.0,"speed":1.0}]','',60.0,1);
CREATE TABLE "preset_picture" (
   "camera_id" INTEGER NOT NULL,
   "token" TEXT NOT NULL,
   "taken_s" REAL NOT NULL,
   "file" TEXT NOT NULL,
   PRIMARY KEY ("camera_id", "token")
);
INSERT INTO "preset_picture" VALUES(2,'Cổng',1790000000.0,'2.jpg');
CREATE TABLE "ptz_journal" (
   "entry_id" INTEGER PRIMARY KEY NOT NULL,
   "at_s" REAL NOT NULL,
   "camera_id" INTEGER NOT NULL,
   "rank" INTEGER NOT NULL,
   "deed" TEXT NOT NULL,
   "operator" TEXT NOT NULL,
   "desk" TEXT NOT NULL,
   "detail" TEXT NOT NULL
);
INSERT INTO "ptz_journal" VALUES(1,1790000000.0,1,1,'moved','Lan','bàn 2','');
INSERT INTO "ptz_journal" VALUES(2,1790000002.0,1,1,'stopped','Lan','bàn 2','');
INSERT INTO "ptz_journal" VALUES(3,1790000003.0,1,3,'took','Hà','','Lan');
INSERT INTO "ptz_journal" VALUES(4,1790000004.0,2,3,'moved','Hà','','');
CREATE TABLE "ptz_operator" (
   "name" TEXT PRIMARY KEY,
   "rank" INTEGER NOT NULL,
   "last_s" REAL NOT NULL
);
INSERT INTO "ptz_operator" VALUES('Lan',1,1790000000.0);
CREATE TABLE "recording" (
   "recording_id" INTEGER PRIMARY KEY NOT NULL,
   "moment" INTEGER NOT NULL,
   "camera_id" INTEGER NOT NULL,
   "number" INTEGER NOT NULL,
   "started_s" REAL NOT NULL,
   "name" TEXT NOT NULL,
   "site" TEXT NOT NULL,
   "operator" TEXT NOT NULL,
   "folded" TEXT NOT NULL,
   "ended_s" REAL,
   "end" TEXT,
   "clock_offset_s" REAL,
   "missing_s" REAL NOT NULL,
   "removed_s" REAL
);
INSERT INTO "recording" VALUES(1,1876951102914560001,2,101,1790000060.0,'Ngã Sáu – cổng 1','Ngã Sáu','anh',' 101 nga sau cong 1 nga sau anh 21 09 2026',1790000104.0,'STOPPED',-1.5,0.5,1790000000.0);
INSERT INTO "recording" VALUES(2,1876951165829120002,3,102,1790000120.0,'Ngã Sáu – cổng 2','Ngã Sáu','anh',' 102 nga sau cong 2 nga sau anh 21 09 2026',NULL,NULL,NULL,0.5,NULL);
INSERT INTO "recording" VALUES(3,1876951228743680003,4,103,1790000180.0,'Ngã Sáu – cổng 3','Ngã Sáu','anh',' 103 nga sau cong 3 nga sau anh 21 09 2026',1790000224.0,'STOPPED',-1.5,0.0,NULL);
CREATE TABLE "recording_part" (
   "recording_id" INTEGER NOT NULL REFERENCES "recording"("recording_id"),
   "place" INTEGER NOT NULL,
   "path" TEXT NOT NULL,
   "started_s" REAL NOT NULL,
   "seconds" REAL NOT NULL,
   "size" INTEGER NOT NULL,
   "codec" TEXT,
   "width" INTEGER NOT NULL,
   "height" INTEGER NOT NULL,
   PRIMARY KEY ("recording_id", "place")
);
INSERT INTO "recording_part" VALUES(1,0,'/films/1 (1).mp4',1790000060.0,30.5,2000000,'H264',640,360);
INSERT INTO "recording_part" VALUES(1,1,'/films/1 (2).mp4',1790000091.0,12.0,1000000,'H265',1920,1080);
INSERT INTO "recording_part" VALUES(2,0,'/films/2 (1).mp4',1790000120.0,30.5,2000000,'H264',640,360);
INSERT INTO "recording_part" VALUES(2,1,'/films/2 (2).mp4',1790000151.0,12.0,1000000,'H265',1920,1080);
INSERT INTO "recording_part" VALUES(3,0,'/films/3 (1).mp4',1790000180.0,30.5,2000000,'H264',640,360);
INSERT INTO "recording_part" VALUES(3,1,'/films/3 (2).mp4',1790000211.0,12.0,1000000,'H265',1920,1080);
CREATE TABLE "recording_picture" (
   "recording_id" INTEGER PRIMARY KEY REFERENCES "recording"("recording_id"),
   "jpeg" BLOB NOT NULL
);
INSERT INTO "recording_picture" VALUES(2,X'6A706567');
CREATE TABLE "reference_picture" (
   "reference_id" INTEGER PRIMARY KEY,
   "camera_id" INTEGER NOT NULL,
   "token" TEXT NOT NULL,
   "taken_s" REAL NOT NULL,
   "occasion" TEXT NOT NULL,
   "file" TEXT NOT NULL,
   "width" INTEGER NOT NULL,
   "height" INTEGER NOT NULL,
   "view_name" TEXT NOT NULL,
   "operator" TEXT NOT NULL
);
INSERT INTO "reference_picture" VALUES(1,2,'1',1790000000.0,'HAND','1.jpg',1280,720,'Ngã Sáu','an');
CREATE TABLE "screen" (
   "screen_id" INTEGER PRIMARY KEY,
   "number" INTEGER NOT NULL,
   "name" TEXT NOT NULL,
   "kiosk" INTEGER NOT NULL,
   "display" TEXT,
   "area" TEXT
);
INSERT INTO "screen" VALUES(1,1,'Tường trái',1,'["LG","55VH7","SN-0042","DP-2"]',NULL);
INSERT INTO "screen" VALUES(2,2,'Bàn trực',0,NULL,'[-1920,0,1280,720]');
CREATE TABLE "screen_board" (
   "screen_id" INTEGER PRIMARY KEY REFERENCES "screen"("screen_id"),
   "data" TEXT NOT NULL
);
INSERT INTO "screen_board" VALUES(1,'{"format":1,"layout":{"format":1,"name":"1 + 5","columns":3,"rows":3,"cells":[[0,0,2,2],[2,0,1,1],[2,1,1,1],[0,2,1,1],[1,2,1,1],[2,2,1,1]]},"slots":[[1,[1,2,3],[4]],"hotspot",[null,[5],[]],2,3,4,5,null,null,null,null,null],"selected":6,"single":false,"view_id":1,"title":"Chế độ 1"}');
INSERT INTO "screen_board" VALUES(2,'{"format":1,"layout":{"format":1,"name":"1 + 5","columns":3,"rows":3,"cells":[[0,0,2,2],[2,0,1,1],[2,1,1,1],[0,2,1,1],[1,2,1,1],[2,2,1,1]]},"slots":[[2,[1,2,3],[4]],"hotspot",[null,[5],[]],3,4,5,6,null,null,null,null,null],"selected":6,"single":false,"view_id":1,"title":"Chế độ 1"}');
CREATE TABLE "site" (
   "site_id" INTEGER PRIMARY KEY,
   "name" TEXT NOT NULL,
   "ward_id" INTEGER REFERENCES "ward"("ward_id"),
   "latitude" REAL,
   "longitude" REAL,
   "address" TEXT NOT NULL
);
INSERT INTO "site" VALUES(1,'Ngã 1',1,21.1801,106.06,'1 Lý Thái Tổ');
INSERT INTO "site" VALUES(2,'Ngã 2',2,21.1802,106.06,'2 Lý Thái Tổ');
CREATE TABLE "site_former_ward" (
   "site_id" INTEGER REFERENCES "site"("site_id"),
   "rank" INTEGER,
   "name" TEXT NOT NULL,
   PRIMARY KEY ("site_id", "rank")
);
INSERT INTO "site_former_ward" VALUES(1,0,'Vũ Ninh');
INSERT INTO "site_former_ward" VALUES(1,1,'Tiền An');
CREATE TABLE "stick_map" (
   "model" TEXT PRIMARY KEY NOT NULL,
   "name" TEXT NOT NULL,
   "settings" TEXT NOT NULL
);
INSERT INTO "stick_map" VALUES('2442:0001 Bàn phím CCTV','Bàn phím CCTV','{"format":1,"axes":[["tilt",1,true,0,-32768,32767],["zoom",2,false,0,-32768,32767],["pan",0,true,12,-30000,31000]],"buttons":[[0,"ptz.preset_1"],[1,"ptz.preset_2"],[2,"ptz.preset_3"],[4,"ptz.preset_5"],[5,"ptz.preset_6"],[6,"ptz.preset_7"],[7,"ptz.preset_8"],[8,"ptz.preset_9"],[9,"ptz.former_tile"],[10,"ptz.next_tile"],[11,"ptz.wiper"],[3,"wall.bookmark"]],"dead_zone":0.1,"curve":2.0}');
CREATE TABLE "stream" (
   "camera_id" INTEGER REFERENCES "camera"("camera_id"),
   "rank" INTEGER,
   "token" TEXT NOT NULL,
   "url" TEXT NOT NULL,
   "codec" TEXT,
   "width" INTEGER,
   "height" INTEGER,
   "fps" REAL,
   "transport" TEXT NOT NULL,
   PRIMARY KEY ("camera_id", "rank")
);
INSERT INTO "stream" VALUES(1,0,'main','rtsp://10.0.0.1:554/101','H265',2560,1440,25.0,'AUTO');
INSERT INTO "stream" VALUES(1,1,'sub','rtsp://10.0.0.1:554/102','H264',640,360,12.5,'TCP');
INSERT INTO "stream" VALUES(2,0,'main','rtsp://10.0.0.2:554/201','H265',2560,1440,25.0,'AUTO');
INSERT INTO "stream" VALUES(2,1,'sub','rtsp://10.0.0.2:554/202','H264',640,360,12.5,'TCP');
INSERT INTO "stream" VALUES(3,0,'main','rtsp://10.0.0.3:554/301','H265',2560,1440,25.0,'AUTO');
INSERT INTO "stream" VALUES(3,1,'sub','rtsp://10.0.0.3:554/302','H264',640,360,12.5,'TCP');
INSERT INTO "stream" VALUES(4,0,'main','rtsp://10.0.0.4:554/401','H265',2560,1440,25.0,'AUTO');
INSERT INTO "stream" VALUES(4,1,'sub','rtsp://10.0.0.4:554/402','H264',640,360,12.5,'TCP');
CREATE TABLE "tour" (
   "tour_id" INTEGER PRIMARY KEY,
   "owner" TEXT NOT NULL,
   "folder" TEXT NOT NULL,
   "name" TEXT NOT NULL,
   "data" TEXT NOT NULL
);
INSERT INTO "tour" VALUES(1,'','Ngày','Tuần tra','{"format":1,"dwell_s":12.0,"order":"LISTED","stops":[{"view":1},{"view":2,"dwell_s":4.0}]}');
INSERT INTO "tour" VALUES(2,'anh','','Chưa xem','{"format":1,"dwell_s":10.0,"order":"UNSEEN_FIRST","stops":[{"camera":3},{"camera":4}]}');
CREATE TABLE "tour_under_way" (
   "screen_id" INTEGER NOT NULL,
   "slot" INTEGER,
   "tour_id" INTEGER NOT NULL,
   "place" INTEGER NOT NULL,
   "is_paused" INTEGER NOT NULL
);
INSERT INTO "tour_under_way" VALUES(1,NULL,1,1,0);
INSERT INTO "tour_under_way" VALUES(2,0,2,0,1);
CREATE TABLE "undo_row" (
   "kind" TEXT,
   "row_id" INTEGER,
   "was_there" INTEGER NOT NULL,
   "former" TEXT NOT NULL,
   PRIMARY KEY ("kind", "row_id")
);
INSERT INTO "undo_row" VALUES('site',1,0,'{}');
INSERT INTO "undo_row" VALUES('site',2,0,'{}');
INSERT INTO "undo_row" VALUES('device',1,0,'{}');
INSERT INTO "undo_row" VALUES('device',2,0,'{}');
INSERT INTO "undo_row" VALUES('device',3,0,'{}');
INSERT INTO "undo_row" VALUES('camera',1,0,'{}');
INSERT INTO "undo_row" VALUES('camera',2,0,'{}');
INSERT INTO "undo_row" VALUES('camera',3,0,'{}');
INSERT INTO "undo_row" VALUES('camera',4,0,'{}');
CREATE TABLE "undo_step" (
   "step_id" INTEGER PRIMARY KEY,
   "why" TEXT NOT NULL
);
INSERT INTO "undo_step" VALUES(1,'a search');
CREATE TABLE "view" (
   "view_id" INTEGER PRIMARY KEY,
   "owner" TEXT NOT NULL,
   "folder" TEXT NOT NULL,
   "name" TEXT NOT NULL,
   "layout" TEXT NOT NULL,
   "contents" TEXT NOT NULL
);
INSERT INTO "view" VALUES(1,'','Ngày','Chế độ 1','{"format":1,"name":"1 + 5","columns":3,"rows":3,"cells":[[0,0,2,2],[2,0,1,1],[2,1,1,1],[0,2,1,1],[1,2,1,1],[2,2,1,1]]}','{"format":1,"contents":[1,2,3,4,5,6]}');
INSERT INTO "view" VALUES(2,'anh','Ngày/Chợ','Chế độ 2','{"format":1,"name":"3 × 2","columns":3,"rows":2,"cells":[[0,0,1,1],[1,0,1,1],[2,0,1,1],[0,1,1,1],[1,1,1,1],[2,1,1,1]]}','{"format":1,"contents":[2,3,4,5,6,7]}');
INSERT INTO "view" VALUES(3,'','Đêm','Chế độ 3','{"format":1,"name":"1 + 5","columns":3,"rows":3,"cells":[[0,0,2,2],[2,0,1,1],[2,1,1,1],[0,2,1,1],[1,2,1,1],[2,2,1,1]]}','{"format":1,"contents":["hotspot",null,{"carousel":[3,4],"dwell_s":7.5},6,7,8]}');
INSERT INTO "view" VALUES(4,'','','Chế độ 4','{"format":1,"name":"3 × 2","columns":3,"rows":2,"cells":[[0,0,1,1],[1,0,1,1],[2,0,1,1],[0,1,1,1],[1,1,1,1],[2,1,1,1]]}','{"format":1,"contents":[4,5,6,7,8,9]}');
CREATE TABLE "wall_undo_row" (
   "kind" TEXT,
   "row_id" INTEGER,
   "was_there" INTEGER NOT NULL,
   "former" TEXT NOT NULL,
   PRIMARY KEY ("kind", "row_id")
);
INSERT INTO "wall_undo_row" VALUES('view',1,0,'{}');
INSERT INTO "wall_undo_row" VALUES('view',2,0,'{}');
INSERT INTO "wall_undo_row" VALUES('view',3,0,'{}');
INSERT INTO "wall_undo_row" VALUES('view',4,0,'{}');
INSERT INTO "wall_undo_row" VALUES('tour',1,0,'{}');
INSERT INTO "wall_undo_row" VALUES('tour',2,0,'{}');
CREATE TABLE "wall_undo_step" (
   "step_id" INTEGER PRIMARY KEY,
   "why" TEXT NOT NULL
);
INSERT INTO "wall_undo_step" VALUES(1,'saving views');
CREATE TABLE "ward" (
   "ward_id" INTEGER PRIMARY KEY,
   "name" TEXT NOT NULL
);
INSERT INTO "ward" VALUES(1,'Kinh Bắc');
INSERT INTO "ward" VALUES(2,'Đáp Cầu');
CREATE TABLE watch_hour (camera_id integer not null, hour integer not null, before_s real not null, primary key (camera_id, hour)) without rowid;
INSERT INTO "watch_hour" VALUES(1,497222,0.0);
INSERT INTO "watch_hour" VALUES(1,497224,60.0);
CREATE TABLE "watch_total" (
   "camera_id" INTEGER PRIMARY KEY,
   "last_s" REAL NOT NULL,
   "total_s" REAL NOT NULL
);
INSERT INTO "watch_total" VALUES(1,1790007200.0,90.0);
CREATE UNIQUE INDEX "idx_ward_name"
    ON "ward" ("name");
CREATE UNIQUE INDEX "idx_camera_number"
    ON "camera" ("number");
CREATE INDEX "idx_camera_site_id"
    ON "camera" ("site_id");
CREATE INDEX "idx_camera_device_id"
    ON "camera" ("device_id");
CREATE INDEX "idx_view_owner_folder_name"
    ON "view" ("owner", "folder", "name");
CREATE INDEX "idx_tour_owner_folder_name"
    ON "tour" ("owner", "folder", "name");
CREATE UNIQUE INDEX bookmark_moment on bookmark (moment) where not is_removed;
CREATE INDEX bookmark_camera on bookmark (camera_id, moment) where not is_removed;
CREATE INDEX bookmark_removed on bookmark (is_removed) where is_removed;
CREATE UNIQUE INDEX recording_moment on recording (moment) where removed_s is null;
CREATE INDEX recording_removed on recording (removed_s) where removed_s is not null;
CREATE INDEX recording_open on recording (recording_id) where end is null;
CREATE UNIQUE INDEX base_map_shown on base_map (is_shown) where is_shown;
CREATE TRIGGER ptz_journal_update before update on ptz_journal begin select raise(abort, 'the journal is only added to'); end;
CREATE TRIGGER ptz_journal_delete before delete on ptz_journal begin select raise(abort, 'the journal is only added to'); end;
CREATE INDEX ptz_journal_camera on ptz_journal (camera_id, entry_id);
CREATE INDEX ptz_journal_moves on ptz_journal (camera_id, entry_id) where deed in ('moved', 'stopped');
CREATE INDEX "idx_reference_picture_camera_id_taken_s"
    ON "reference_picture" ("camera_id", "taken_s");
CREATE UNIQUE INDEX alarm_signal_key on alarm_signal (source, key) where key <> '';
CREATE INDEX alarm_signal_waiting on alarm_signal (signal_id) where fate = 'WAITING';
CREATE UNIQUE INDEX alarm_number on alarm (alarm_id);
CREATE INDEX alarm_open on alarm (alarm_id) where state <> 'CLOSED';
CREATE INDEX alarm_activity_of on alarm_activity (alarm_id);
CREATE TRIGGER alarm_activity_no_update before update on alarm_activity begin select raise(abort, 'the record of what was done is only added to'); end;
CREATE TRIGGER alarm_activity_no_delete before delete on alarm_activity begin select raise(abort, 'the record of what was done is only added to'); end;
CREATE UNIQUE INDEX alarm_push_once on alarm_push (alarm_id, rule_id, way);
CREATE INDEX alarm_push_waiting on alarm_push (way, next_s) where ended_s is null;
CREATE INDEX alarm_drill_unseen on alarm_drill (drill_id) where is_nightly = 1 and seen_s is null;
CREATE VIRTUAL TABLE alarm_text using fts5 (marks, folded, said, detail = none, columnsize = 0, prefix = '1 2 3 4 5 6 7 8', tokenize = "ascii tokenchars '#'");
INSERT INTO alarm_text (rowid, marks, folded, said) VALUES (1876951040000000001, '#c1 #s0 #r1 #p2 #tnew #kline #d0', 'line nga sau', '');
INSERT INTO alarm_text (rowid, marks, folded, said) VALUES (1876951040000000002, '#c1 #s0 #r1 #p2 #tclosed #kline #d0 #vFALSE', 'line nga sau meo hoang', ' xe tai trang nguyen an meo hoang nguyen an');
CREATE VIRTUAL TABLE bookmark_text using fts5 (folded, detail = none, columnsize = 0, prefix = '1 2 3 4 5 6 7 8 9 10 11 12', tokenize = "ascii tokenchars '#'");
INSERT INTO bookmark_text (rowid, folded) VALUES (1876951165829120002, 'do rac trom lan 2 nga sau cong 2 nga sau 103 anh #3');
INSERT INTO bookmark_text (rowid, folded) VALUES (1876951228743680003, 'do rac trom lan 3 rac thai dem nga sau cong 3 nga sau 104 anh #4');
COMMIT;
PRAGMA application_id = 1129600844;
PRAGMA user_version = 11;
