<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>TileState</name>
    <message>
        <source>connecting</source>
        <translation>đang kết nối</translation>
    </message>
    <message>
        <source>live</source>
        <translation>trực tiếp</translation>
    </message>
    <message>
        <source>late</source>
        <translation>trễ hình</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>hình đứng</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>mất tín hiệu</translation>
    </message>
    <message>
        <source>login refused</source>
        <translation>từ chối đăng nhập</translation>
    </message>
    <message>
        <source>sessions full</source>
        <translation>hết phiên</translation>
    </message>
    <message>
        <source>unsupported codec</source>
        <translation>định dạng lạ</translation>
    </message>
    <message>
        <source>decoder failed</source>
        <translation>lỗi giải mã</translation>
    </message>
</context>
<context>
    <name>Cause</name>
    <message>
        <source>unknown fault</source>
        <translation>lỗi không rõ</translation>
    </message>
    <message>
        <source>set-up incomplete</source>
        <translation>cài đặt chưa đầy đủ</translation>
    </message>
    <message>
        <source>opening the connection</source>
        <translation>đang mở kết nối</translation>
    </message>
    <message>
        <source>waiting for the first picture</source>
        <translation>đang chờ hình đầu tiên</translation>
    </message>
    <message>
        <source>the camera's address cannot be reached</source>
        <translation>không tới được địa chỉ camera</translation>
    </message>
    <message>
        <source>the camera refuses connections</source>
        <translation>camera từ chối kết nối</translation>
    </message>
    <message>
        <source>the camera broke the connection</source>
        <translation>camera ngắt kết nối</translation>
    </message>
    <message>
        <source>the camera ended the stream</source>
        <translation>camera kết thúc luồng hình</translation>
    </message>
    <message>
        <source>the connection is open but nothing comes</source>
        <translation>còn kết nối nhưng không có dữ liệu</translation>
    </message>
    <message>
        <source>the camera does not answer</source>
        <translation>camera không trả lời</translation>
    </message>
    <message>
        <source>the camera has no such stream</source>
        <translation>camera không có luồng hình này</translation>
    </message>
    <message>
        <source>wrong user name or password</source>
        <translation>sai tên đăng nhập hoặc mật khẩu</translation>
    </message>
    <message>
        <source>the camera asks for a login and none is set</source>
        <translation>camera đòi đăng nhập nhưng chưa đặt tài khoản</translation>
    </message>
    <message>
        <source>the login is not sent: another camera has refused it</source>
        <translation>chưa gửi đăng nhập: camera khác đã từ chối tài khoản này</translation>
    </message>
    <message>
        <source>the camera has no free session</source>
        <translation>camera không còn phiên trống</translation>
    </message>
    <message>
        <source>the stream carries no video</source>
        <translation>luồng không có hình</translation>
    </message>
    <message>
        <source>the video format cannot be shown</source>
        <translation>không hiển thị được định dạng hình này</translation>
    </message>
    <message>
        <source>the answer is not a video stream</source>
        <translation>dữ liệu trả về không phải luồng hình</translation>
    </message>
    <message>
        <source>the answer is too large</source>
        <translation>dữ liệu trả về quá lớn</translation>
    </message>
    <message>
        <source>packets arrive but the picture stands</source>
        <translation>vẫn có dữ liệu nhưng hình đứng yên</translation>
    </message>
    <message>
        <source>the camera sends damaged pictures</source>
        <translation>camera gửi hình bị hỏng</translation>
    </message>
    <message>
        <source>pictures arrive late</source>
        <translation>hình đến trễ</translation>
    </message>
    <message>
        <source>the decoder failed</source>
        <translation>bộ giải mã bị lỗi</translation>
    </message>
    <message>
        <source>the decoder stopped and is being replaced</source>
        <translation>bộ giải mã đã dừng, đang được thay</translation>
    </message>
    <message>
        <source>the camera has just changed its picture format</source>
        <translation>camera vừa đổi định dạng hình</translation>
    </message>
    <message>
        <source>the camera does not send in the way that is asked for (TCP or UDP)</source>
        <translation>camera không gửi theo cách được yêu cầu (TCP hay UDP)</translation>
    </message>
    <message>
        <source>there is no memory for its pictures</source>
        <translation>không đủ bộ nhớ cho hình</translation>
    </message>
    <message>
        <source>the camera reports a fault of its own</source>
        <translation>camera tự báo lỗi</translation>
    </message>
    <message>
        <source>the camera's clock is wrong</source>
        <translation>đồng hồ camera sai</translation>
    </message>
    <message>
        <source>the inventory cannot be kept</source>
        <translation>không lưu được danh mục camera</translation>
    </message>
    <message>
        <source>the database is damaged</source>
        <translation>cơ sở dữ liệu bị hỏng</translation>
    </message>
    <message>
        <source>another program is using the database</source>
        <translation>chương trình khác đang dùng cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>ổ đĩa đã đầy</translation>
    </message>
    <message>
        <source>the kept logins cannot be opened</source>
        <translation>không mở được các tài khoản đã lưu</translation>
    </message>
    <message>
        <source>the file cannot be used</source>
        <translation>không dùng được tệp này</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>clock is off</source>
        <translation>đồng hồ lệch</translation>
    </message>
    <message>
        <source>No camera is on this wall: start it with  citywall view rtsp://…</source>
        <translation>Chưa có camera nào trên tường hình này: hãy chạy  citywall view rtsp://…</translation>
    </message>
    <message>
        <source>picture damaged</source>
        <translation>hình bị lỗi</translation>
    </message>
    <message>
        <source>new format</source>
        <translation>đổi định dạng</translation>
    </message>
    <message>
        <source>check the account; press R to try again</source>
        <translation>kiểm tra tài khoản; nhấn R để thử lại</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} giây</translation>
    </message>
    <message>
        <source>{0} min {1:02}</source>
        <translation>{0} phút {1:02}</translation>
    </message>
    <message>
        <source>{0} h {1:02}</source>
        <translation>{0} giờ {1:02}</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} ngày</translation>
    </message>
    <message>
        <source>main stream: {0}</source>
        <translation>luồng chính: {0}</translation>
    </message>
    <message>
        <source>or</source>
        <translation>hoặc</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Keys</source>
        <translation>Phím tắt</translation>
    </message>
</context>
<context>
    <name>TopLine</name>
    <message>
        <source>{0} live</source>
        <translation>{0} trực tiếp</translation>
    </message>
    <message>
        <source>{0} connecting</source>
        <translation>{0} đang kết nối</translation>
    </message>
    <message>
        <source>{0} not live</source>
        <translation>{0} không trực tiếp</translation>
    </message>
</context>
<context>
    <name>WallWindow</name>
    <message>
        <source>Camera to the left</source>
        <translation>Camera bên trái</translation>
    </message>
    <message>
        <source>Camera to the right</source>
        <translation>Camera bên phải</translation>
    </message>
    <message>
        <source>Camera above</source>
        <translation>Camera phía trên</translation>
    </message>
    <message>
        <source>Camera below</source>
        <translation>Camera phía dưới</translation>
    </message>
    <message>
        <source>Page back</source>
        <translation>Trang trước</translation>
    </message>
    <message>
        <source>Page on</source>
        <translation>Trang sau</translation>
    </message>
    <message>
        <source>The selected camera alone, and back</source>
        <translation>Xem riêng camera đang chọn, và trở lại</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Trở lại</translation>
    </message>
    <message>
        <source>Try the selected camera again</source>
        <translation>Thử kết nối lại camera đang chọn</translation>
    </message>
    <message>
        <source>Full screen, and back</source>
        <translation>Toàn màn hình, và trở lại</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Bảng phím tắt này</translation>
    </message>
    <message>
        <source>Close the wall</source>
        <translation>Đóng tường hình</translation>
    </message>
    <message>
        <source>{0} × {1} cameras</source>
        <translation>{0} × {1} camera</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>Trang {0} / {1}</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>does not answer</source>
        <translation>không trả lời</translation>
    </message>
    <message>
        <source>did not answer in time</source>
        <translation>không trả lời kịp</translation>
    </message>
    <message>
        <source>login refused</source>
        <translation>từ chối đăng nhập</translation>
    </message>
    <message>
        <source>login needed</source>
        <translation>cần đăng nhập</translation>
    </message>
    <message>
        <source>the login was not sent: it must be proven first</source>
        <translation>chưa gửi đăng nhập: phải thử đúng ở một camera trước</translation>
    </message>
    <message>
        <source>too many sessions</source>
        <translation>hết phiên kết nối</translation>
    </message>
    <message>
        <source>the clock is too far off for a login</source>
        <translation>đồng hồ lệch quá xa, không đăng nhập được</translation>
    </message>
    <message>
        <source>another certificate than before</source>
        <translation>chứng chỉ khác trước</translation>
    </message>
    <message>
        <source>does not speak ONVIF</source>
        <translation>không dùng ONVIF</translation>
    </message>
    <message>
        <source>does not offer this</source>
        <translation>không có chức năng này</translation>
    </message>
    <message>
        <source>refused the question</source>
        <translation>từ chối câu hỏi</translation>
    </message>
    <message>
        <source>an answer that cannot be understood</source>
        <translation>câu trả lời không hiểu được</translation>
    </message>
    <message>
        <source>an answer that lacks something</source>
        <translation>câu trả lời thiếu</translation>
    </message>
    <message>
        <source>an answer that is too large</source>
        <translation>câu trả lời quá lớn</translation>
    </message>
    <message>
        <source>an address on another host, which was put right</source>
        <translation>địa chỉ chỉ sang máy khác, đã sửa lại</translation>
    </message>
    <message>
        <source>the same token twice</source>
        <translation>trùng mã token</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>discovery</source>
        <translation>tìm thiết bị</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>đồng hồ</translation>
    </message>
    <message>
        <source>services</source>
        <translation>dịch vụ</translation>
    </message>
    <message>
        <source>device information</source>
        <translation>thông tin thiết bị</translation>
    </message>
    <message>
        <source>video sources</source>
        <translation>nguồn hình</translation>
    </message>
    <message>
        <source>profiles</source>
        <translation>cấu hình luồng</translation>
    </message>
    <message>
        <source>stream addresses</source>
        <translation>địa chỉ luồng</translation>
    </message>
    <message>
        <source>snapshot address</source>
        <translation>địa chỉ ảnh chụp</translation>
    </message>
    <message>
        <source>ptz</source>
        <translation>quay quét</translation>
    </message>
    <message>
        <source>presets</source>
        <translation>vị trí đặt sẵn</translation>
    </message>
    <message>
        <source>event topics</source>
        <translation>loại sự kiện</translation>
    </message>
    <message>
        <source>relays</source>
        <translation>rơ-le</translation>
    </message>
</context>
<context>
    <name>Login</name>
    <message>
        <source>untried</source>
        <translation>chưa thử</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>không cần</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>đã đúng</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>bị từ chối</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>đang giữ lại</translation>
    </message>
</context>
<context>
    <name>Auth</name>
    <message>
        <source>none</source>
        <translation>không</translation>
    </message>
    <message>
        <source>ws-usernametoken</source>
        <translation>WS-UsernameToken</translation>
    </message>
    <message>
        <source>http-digest</source>
        <translation>HTTP digest</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>well</source>
        <translation>tốt</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>cần chú ý</translation>
    </message>
    <message>
        <source>ill</source>
        <translation>có lỗi</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>mất</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>chưa rõ</translation>
    </message>
</context>
<context>
    <name>SharedCause</name>
    <message>
        <source>power or uplink of the site</source>
        <translation>nguồn điện hoặc đường truyền của điểm</translation>
    </message>
    <message>
        <source>the recorder they are connected to</source>
        <translation>đầu ghi mà các camera nối vào</translation>
    </message>
    <message>
        <source>the login they share</source>
        <translation>tài khoản dùng chung</translation>
    </message>
</context>
<context>
    <name>CameraEdit</name>
    <message>
        <source>{0} is no camera number: use 1 to 99999.</source>
        <translation>{0} không phải số camera: dùng từ 1 đến 99999.</translation>
    </message>
    <message>
        <source>{0} is no priority: use 0 to 9, 9 is the most important.</source>
        <translation>{0} không phải mức ưu tiên: dùng từ 0 đến 9, 9 là quan trọng nhất.</translation>
    </message>
    <message>
        <source>There are several sites “{0}”: choose the one with its ward.</source>
        <translation>Có nhiều điểm tên “{0}”: hãy chọn điểm có kèm tên phường.</translation>
    </message>
    <message>
        <source>There is no site “{0}”: choose one from the list.</source>
        <translation>Không có điểm nào tên “{0}”: hãy chọn trong danh sách.</translation>
    </message>
    <message>
        <source>Number {0} belongs to “{1}” already.</source>
        <translation>Số {0} đã thuộc về “{1}”.</translation>
    </message>
    <message>
        <source>A camera must have a name.</source>
        <translation>Camera phải có tên.</translation>
    </message>
</context>
<context>
    <name>CameraFacts</name>
    <message>
        <source>Place</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Luồng hình</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Ảnh chụp</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>Chức năng</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} và {1} mục nữa</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Thiết bị</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Đồng hồ</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Former wards</source>
        <translation>Phường cũ</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Tọa độ</translation>
    </message>
    <message>
        <source>Looks to</source>
        <translation>Hướng nhìn</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>Hãng</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Kiểu máy</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Phần mềm</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Số sê-ri</translation>
    </message>
    <message>
        <source>Device service</source>
        <translation>Địa chỉ ONVIF</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Kept login</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Độ lệch</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Độ trôi</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Đo lúc</translation>
    </message>
    <message>
        <source>PTZ</source>
        <translation>Quay quét</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vị trí đặt sẵn</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Sự kiện</translation>
    </message>
    <message>
        <source>Relays</source>
        <translation>Rơ-le</translation>
    </message>
    <message>
        <source>pan and tilt</source>
        <translation>xoay ngang, dọc</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>thu phóng</translation>
    </message>
    <message>
        <source>absolute positions</source>
        <translation>đến tọa độ</translation>
    </message>
    <message>
        <source>home</source>
        <translation>về vị trí gốc</translation>
    </message>
    <message>
        <source>{0} ago</source>
        <translation>{0} trước</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Well since</source>
        <translation>Tốt từ</translation>
    </message>
    <message>
        <source>Answered in</source>
        <translation>Trả lời trong</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>Khung hình/giây</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>Tốc độ bit</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Độ trễ</translation>
    </message>
    <message>
        <source>Stream {0}</source>
        <translation>Luồng {0}</translation>
    </message>
    <message>
        <source>{0} a day</source>
        <translation>{0} mỗi ngày</translation>
    </message>
</context>
<context>
    <name>CameraPanel</name>
    <message>
        <source>Test</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Raw replies</source>
        <translation>Dữ liệu gốc</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>The camera you choose will stand here, with its live picture.</source>
        <translation>Camera được chọn sẽ hiện ở đây, cùng hình trực tiếp.</translation>
    </message>
    <message>
        <source>Tested at {0}: {1} calls, {2} problems.</source>
        <translation>Kiểm tra lúc {0}: {1} lệnh gọi, {2} vấn đề.</translation>
    </message>
    <message>
        <source>Tested at {0}: {1} calls, no problem.</source>
        <translation>Kiểm tra lúc {0}: {1} lệnh gọi, không có vấn đề.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Đã sao chép.</translation>
    </message>
    <message>
        <source>Ask the device everything again (F5)</source>
        <translation>Hỏi lại thiết bị mọi thông tin (F5)</translation>
    </message>
    <message>
        <source>What went over the network in the last test</source>
        <translation>Những gì đã truyền qua mạng trong lần kiểm tra gần nhất</translation>
    </message>
    <message>
        <source>No stream of this camera is known yet: test it.</source>
        <translation>Chưa biết luồng hình nào của camera này: hãy bấm Kiểm tra.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Đang kiểm tra…</translation>
    </message>
    <message>
        <source>This device is not kept any more.</source>
        <translation>Thiết bị này không còn trong danh mục.</translation>
    </message>
</context>
<context>
    <name>CameraTable</name>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>Tên gọi</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Ưu tiên</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>Phường</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Former wards</source>
        <translation>Phường cũ</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Vĩ độ</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Kinh độ</translation>
    </message>
    <message>
        <source>Bearing</source>
        <translation>Hướng nhìn</translation>
    </message>
    <message>
        <source>Field of view</source>
        <translation>Góc nhìn</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Luồng chính</translation>
    </message>
    <message>
        <source>Small stream</source>
        <translation>Luồng phụ</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Tên đăng nhập</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
</context>
<context>
    <name>CamerasPage</name>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>No camera is kept yet: find devices on the network, or import a table.</source>
        <translation>Chưa có camera nào: hãy tìm thiết bị trên mạng hoặc nhập từ bảng.</translation>
    </message>
    <message>
        <source>Find devices…</source>
        <translation>Tìm thiết bị…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Xuất…</translation>
    </message>
    <message>
        <source>F2 changes a cell; tags, site and priority change for all selected cameras.</source>
        <translation>F2 sửa ô; nhãn, điểm và ưu tiên đổi cho mọi camera đang chọn.</translation>
    </message>
    <message>
        <source>Take the selected cameras out (Del)</source>
        <translation>Bỏ các camera đang chọn khỏi danh mục (Del)</translation>
    </message>
    <message>
        <source>Add stream…</source>
        <translation>Thêm luồng…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Nhập…</translation>
    </message>
    <message>
        <source>{0} cameras</source>
        <translation>{0} camera</translation>
    </message>
    <message>
        <source>Undo: {0}</source>
        <translation>Hoàn tác: {0}</translation>
    </message>
    <message>
        <source>{0} of {1} cameras selected</source>
        <translation>Chọn {0} trong {1} camera</translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation>Đăng nhập…</translation>
    </message>
    <message>
        <source>Another login for the selected cameras' devices</source>
        <translation>Tài khoản khác cho thiết bị của các camera đang chọn</translation>
    </message>
    <message>
        <source>All cameras as a table</source>
        <translation>Xuất mọi camera ra bảng</translation>
    </message>
    <message>
        <source>Cameras from a table</source>
        <translation>Nhập camera từ bảng</translation>
    </message>
    <message>
        <source>Login “{0}” is being tried.</source>
        <translation>Đang thử tài khoản “{0}”.</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>{0} Mbit/s</source>
        <translation>{0} Mbit/s</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} ms</source>
        <translation>{0} ms</translation>
    </message>
    <message>
        <source>{0} kbit/s</source>
        <translation>{0} kbit/s</translation>
    </message>
    <message>
        <source>{0} fps</source>
        <translation>{0} hình/s</translation>
    </message>
    <message>
        <source>{0} years</source>
        <translation>{0} năm</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Tables (*.csv *.xlsx)</source>
        <translation>Bảng (*.csv *.xlsx)</translation>
    </message>
    <message>
        <source>Export the cameras</source>
        <translation>Xuất danh mục camera</translation>
    </message>
    <message>
        <source>Import cameras</source>
        <translation>Nhập danh mục camera</translation>
    </message>
</context>
<context>
    <name>FoundPage</name>
    <message>
        <source>Login “{0}” is tried on one device first, then on the other {1}.</source>
        <translation>Tài khoản “{0}” được thử ở một thiết bị trước, rồi mới đến {1} thiết bị còn lại.</translation>
    </message>
    <message>
        <source>Login “{0}” is being tried.</source>
        <translation>Đang thử tài khoản “{0}”.</translation>
    </message>
    <message>
        <source>Devices that answer a search will stand here, one row each.</source>
        <translation>Thiết bị trả lời khi tìm sẽ hiện ở đây, mỗi thiết bị một dòng.</translation>
    </message>
    <message>
        <source>Search the local network</source>
        <translation>Tìm trong mạng nội bộ</translation>
    </message>
    <message>
        <source>{0} devices are taken in.</source>
        <translation>Đang nhận {0} thiết bị vào danh mục.</translation>
    </message>
    <message>
        <source>{0} devices, {1} selected</source>
        <translation>{0} thiết bị, chọn {1}</translation>
    </message>
    <message>
        <source>Keep {0} devices</source>
        <translation>Giữ lại {0} thiết bị</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Hỏi</translation>
    </message>
    <message>
        <source>Ask the selected devices everything they tell</source>
        <translation>Hỏi các thiết bị đang chọn mọi thông tin</translation>
    </message>
    <message>
        <source>{0} have shown no camera yet: log in to them.</source>
        <translation>{0} thiết bị chưa cho thấy camera nào: hãy đăng nhập.</translation>
    </message>
</context>
<context>
    <name>FoundTable</name>
    <message>
        <source>not asked yet</source>
        <translation>chưa hỏi</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>Hãng</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Kiểu máy</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Lệch giờ</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Vấn đề</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Danh mục</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>đã có</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>No site is lost as a whole.</source>
        <translation>Không có điểm nào mất toàn bộ.</translation>
    </message>
    <message>
        <source>The health of the cameras will stand here.</source>
        <translation>Tình trạng của các camera sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Find devices…</source>
        <translation>Tìm thiết bị…</translation>
    </message>
</context>
<context>
    <name>HealthTable</name>
    <message>
        <source>Clock</source>
        <translation>Lệch giờ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Frames/s</source>
        <translation>Hình/s</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>Tốc độ</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Độ trễ</translation>
    </message>
    <message>
        <source>Well for</source>
        <translation>Tốt được</translation>
    </message>
    <message>
        <source>Checked ago</source>
        <translation>Kiểm tra</translation>
    </message>
</context>
<context>
    <name>HeldBanners</name>
    <message>
        <source>◐  Login “{0}” is held back: refused by {1}. It is tried nowhere else until you decide.</source>
        <translation>◐  Tài khoản “{0}” đang bị giữ lại: {1} đã từ chối. Chưa thử ở nơi nào khác cho đến khi bạn quyết định.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Cho thử lại</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} và {1} thiết bị nữa</translation>
    </message>
</context>
<context>
    <name>ImportPlan</name>
    <message>
        <source>added</source>
        <translation>thêm mới</translation>
    </message>
    <message>
        <source>▲ refused</source>
        <translation>▲ từ chối</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>thay đổi</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Trường</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Trước</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sau</translation>
    </message>
    <message>
        <source>Line {0}</source>
        <translation>Dòng {0}</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Apply</source>
        <translation>Thực hiện</translation>
    </message>
    <message>
        <source>This table changes nothing: all of it is as it says.</source>
        <translation>Bảng này không thay đổi gì: mọi thứ đã đúng như bảng.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Import of {0}</source>
        <translation>Nhập từ {0}</translation>
    </message>
    <message>
        <source>{0} added  ·  {1} changed  ·  {2} unchanged  ·  {3} rows refused</source>
        <translation>{0} thêm mới  ·  {1} thay đổi  ·  {2} giữ nguyên  ·  {3} dòng bị từ chối</translation>
    </message>
    <message>
        <source>Apply {0} changes</source>
        <translation>Thực hiện {0} thay đổi</translation>
    </message>
    <message>
        <source>Nothing was changed: {0}</source>
        <translation>Chưa thay đổi gì: {0}</translation>
    </message>
    <message>
        <source>Columns that are not understood, and left out: {0}</source>
        <translation>Các cột không hiểu được, đã bỏ qua: {0}</translation>
    </message>
</context>
<context>
    <name>IncidentsList</name>
    <message>
        <source>{0}: {1} of {2} cameras lost since {3} – probably {4}</source>
        <translation>{0}: mất {1} trong {2} camera từ {3} – có lẽ do {4}</translation>
    </message>
</context>
<context>
    <name>LoginForm</name>
    <message>
        <source>User</source>
        <translation>Tên đăng nhập</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Keep as (user)</source>
        <translation>Lưu với tên</translation>
    </message>
    <message>
        <source>The name under which this login is kept; empty: the user's name</source>
        <translation>Tên để lưu tài khoản này; để trống: dùng tên đăng nhập</translation>
    </message>
    <message>
        <source>Log in to {0} devices</source>
        <translation>Đăng nhập {0} thiết bị</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>Plots</name>
    <message>
        <source>Cameras by how far their clock is off</source>
        <translation>Số camera theo độ lệch đồng hồ</translation>
    </message>
    <message>
        <source>&lt; 0.1 s</source>
        <translation>&lt; 0,1 s</translation>
    </message>
    <message>
        <source>&lt; 1 s</source>
        <translation>&lt; 1 s</translation>
    </message>
    <message>
        <source>&lt; 5 s</source>
        <translation>&lt; 5 s</translation>
    </message>
    <message>
        <source>&lt; 1 min</source>
        <translation>&lt; 1 phút</translation>
    </message>
    <message>
        <source>&lt; 1 h</source>
        <translation>&lt; 1 giờ</translation>
    </message>
    <message>
        <source>≥ 1 h</source>
        <translation>≥ 1 giờ</translation>
    </message>
    <message>
        <source>Lost cameras over the last hour (minutes ago)</source>
        <translation>Số camera mất trong một giờ qua (phút trước)</translation>
    </message>
</context>
<context>
    <name>ProblemsList</name>
    <message>
        <source>more</source>
        <translation>chi tiết</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Vấn đề</translation>
    </message>
    <message>
        <source>less</source>
        <translation>thu gọn</translation>
    </message>
</context>
<context>
    <name>RawPage</name>
    <message>
        <source>Copy this call</source>
        <translation>Sao chép lệnh này</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>The device answered nothing at all.</source>
        <translation>Thiết bị không trả lời gì cả.</translation>
    </message>
    <message>
        <source>Raw replies: {0}</source>
        <translation>Dữ liệu gốc: {0}</translation>
    </message>
    <message>
        <source>… and {0} more letters: copy the call to see them.</source>
        <translation>… và {0} ký tự nữa: hãy sao chép để xem hết.</translation>
    </message>
</context>
<context>
    <name>RtspForm</name>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>User (if needed)</source>
        <translation>Tên đăng nhập (nếu cần)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Give the camera a name.</source>
        <translation>Hãy đặt tên cho camera.</translation>
    </message>
    <message>
        <source>The address must look like rtsp://host:port/path.</source>
        <translation>Địa chỉ phải có dạng rtsp://máy:cổng/đường-dẫn.</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Searching: {0} of {1} addresses asked, {2} devices found</source>
        <translation>Đang tìm: đã hỏi {0} trong {1} địa chỉ, thấy {2} thiết bị</translation>
    </message>
    <message>
        <source>Search over: {0} devices found</source>
        <translation>Đã tìm xong: thấy {0} thiết bị</translation>
    </message>
    <message>
        <source>Searching: {0} devices found</source>
        <translation>Đang tìm: thấy {0} thiết bị</translation>
    </message>
</context>
<context>
    <name>SearchForm</name>
    <message>
        <source>Addresses: 10.0.0.5, 10.0.1.0/24, 10.0.2.1-10.0.2.40</source>
        <translation>Địa chỉ: 10.0.0.5, 10.0.1.0/24, 10.0.2.1-10.0.2.40</translation>
    </message>
    <message>
        <source>Call on the local network</source>
        <translation>Gọi trong mạng nội bộ</translation>
    </message>
    <message>
        <source>WS-Discovery multicast on every network interface</source>
        <translation>Phát WS-Discovery trên mọi cổng mạng</translation>
    </message>
    <message>
        <source>Type an address, or let the program call on the local network.</source>
        <translation>Hãy nhập địa chỉ, hoặc cho phép gọi trong mạng nội bộ.</translation>
    </message>
    <message>
        <source>These addresses cannot be read: {0}. Use 10.0.0.5, 10.0.1.0/24 or 10.0.2.1-10.0.2.40.</source>
        <translation>Không đọc được địa chỉ: {0}. Hãy viết 10.0.0.5, 10.0.1.0/24 hoặc 10.0.2.1-10.0.2.40.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm</translation>
    </message>
</context>
<context>
    <name>TablesDesk</name>
    <message>
        <source>Imported: {0} cameras added, {1} changed.</source>
        <translation>Đã nhập: thêm {0} camera, thay đổi {1}.</translation>
    </message>
    <message>
        <source>Reading {0}…</source>
        <translation>Đang đọc {0}…</translation>
    </message>
    <message>
        <source>Exported to {0}. No password is in it.</source>
        <translation>Đã xuất ra {0}. Trong đó không có mật khẩu.</translation>
    </message>
</context>
<context>
    <name>ConsoleTopLine</name>
    <message>
        <source>{0} lost</source>
        <translation>{0} mất</translation>
    </message>
    <message>
        <source>{0} with a fault</source>
        <translation>{0} có lỗi</translation>
    </message>
    <message>
        <source>{0} unknown</source>
        <translation>{0} chưa rõ</translation>
    </message>
    <message>
        <source>{0} cameras</source>
        <translation>{0} camera</translation>
    </message>
</context>
<context>
    <name>TreeModel</name>
    <message>
        <source>No ward given</source>
        <translation>Chưa rõ phường</translation>
    </message>
    <message>
        <source>No site given</source>
        <translation>Chưa gắn điểm</translation>
    </message>
    <message>
        <source>{0} of {1} lost</source>
        <translation>mất {0}/{1}</translation>
    </message>
</context>
<context>
    <name>TreePanel</name>
    <message>
        <source>The cameras of the city will stand here.</source>
        <translation>Các camera của thành phố sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Find devices…</source>
        <translation>Tìm thiết bị…</translation>
    </message>
    <message>
        <source>Nothing found. Numbers, names, nicknames, old and new wards are looked for.</source>
        <translation>Không thấy. Có thể tìm theo số, tên, tên gọi, phường cũ và mới.</translation>
    </message>
    <message>
        <source>{0} cameras at {1} sites</source>
        <translation>{0} camera ở {1} điểm</translation>
    </message>
    <message>
        <source>{0} found; the {1} best are shown</source>
        <translation>Thấy {0}; hiện {1} kết quả đúng nhất</translation>
    </message>
    <message>
        <source>{0} found</source>
        <translation>Thấy {0}</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Find a camera: number, name, ward…</source>
        <translation>Tìm camera: số, tên, phường…</translation>
    </message>
    <message>
        <source>Find a camera</source>
        <translation>Tìm camera</translation>
    </message>
</context>
<context>
    <name>ConsoleWindow</name>
    <message>
        <source>Cameras</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Found devices</source>
        <translation>Thiết bị tìm thấy</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Find a camera</source>
        <translation>Tìm camera</translation>
    </message>
    <message>
        <source>Change the cell under the hand</source>
        <translation>Sửa ô đang chọn</translation>
    </message>
    <message>
        <source>Test the camera that is shown</source>
        <translation>Kiểm tra camera đang hiện</translation>
    </message>
    <message>
        <source>Take the selected cameras out</source>
        <translation>Bỏ các camera đang chọn</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Hoàn tác thay đổi gần nhất</translation>
    </message>
    <message>
        <source>Add a stream</source>
        <translation>Thêm luồng hình</translation>
    </message>
    <message>
        <source>Import a table</source>
        <translation>Nhập bảng</translation>
    </message>
    <message>
        <source>Export a table</source>
        <translation>Xuất bảng</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Full screen, and back</source>
        <translation>Toàn màn hình, và trở lại</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Danh sách này</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Đóng cửa sổ</translation>
    </message>
    <message>
        <source>Nothing was changed. {0}</source>
        <translation>Chưa thay đổi gì. {0}</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>{0} cameras added</source>
        <translation>thêm {0} camera</translation>
    </message>
    <message>
        <source>{0} cameras changed</source>
        <translation>sửa {0} camera</translation>
    </message>
    <message>
        <source>{0} cameras removed</source>
        <translation>bỏ {0} camera</translation>
    </message>
    <message>
        <source>{0} devices added</source>
        <translation>thêm {0} thiết bị</translation>
    </message>
    <message>
        <source>{0} devices changed</source>
        <translation>sửa {0} thiết bị</translation>
    </message>
    <message>
        <source>{0} devices removed</source>
        <translation>bỏ {0} thiết bị</translation>
    </message>
    <message>
        <source>{0} added</source>
        <translation>thêm “{0}”</translation>
    </message>
    <message>
        <source>import of {0}</source>
        <translation>nhập {0}</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Passphrase of the cameras' logins</source>
        <translation>Cụm mật khẩu của các tài khoản camera</translation>
    </message>
    <message>
        <source>The logins of the cameras are sealed. Not now: cameras that need one are not shown.</source>
        <translation>Các tài khoản camera đang được niêm phong. Nếu để sau, camera cần đăng nhập sẽ không hiện.</translation>
    </message>
    <message>
        <source>Kept logins</source>
        <translation>Tài khoản đã lưu</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Cụm mật khẩu</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Nhập lại</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Choose a passphrase for the cameras' logins</source>
        <translation>Đặt cụm mật khẩu cho các tài khoản camera</translation>
    </message>
    <message>
        <source>Keep logins</source>
        <translation>Lưu tài khoản</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>This computer has no key ring. CityWall seals the logins in a file under this passphrase (at least {0} letters) and asks for it at each start. Not now: they are forgotten at the end.</source>
        <translation>Máy này không có kho khóa. CityWall niêm phong các tài khoản vào một tệp bằng cụm mật khẩu này (ít nhất {0} ký tự) và hỏi lại mỗi lần khởi động. Nếu để sau, chúng bị quên khi đóng chương trình.</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>{0} is no number: {1}</source>
        <translation>{0} không phải là số: {1}</translation>
    </message>
    <message>
        <source>{0} must be between {1} and {2}, not {3}</source>
        <translation>{0} phải từ {1} đến {2}, không phải {3}</translation>
    </message>
    <message>
        <source>{0} must be a whole number, not {1}</source>
        <translation>{0} phải là số nguyên, không phải {1}</translation>
    </message>
    <message>
        <source>the number {0} stands in line {1} already</source>
        <translation>số {0} đã có ở dòng {1}</translation>
    </message>
    <message>
        <source>the address stands in line {0} already</source>
        <translation>địa chỉ này đã có ở dòng {0}</translation>
    </message>
    <message>
        <source>neither a number nor an address: no camera can be told by this row</source>
        <translation>không có số cũng không có địa chỉ: không biết dòng này là camera nào</translation>
    </message>
    <message>
        <source>this camera logs in as its device does: change the login of the device instead</source>
        <translation>camera này đăng nhập theo thiết bị: hãy đổi tài khoản của thiết bị</translation>
    </message>
    <message>
        <source>two different logins stand in this row</source>
        <translation>dòng này có hai tài khoản khác nhau</translation>
    </message>
    <message>
        <source>{0} is too long</source>
        <translation>{0} quá dài</translation>
    </message>
    <message>
        <source>a new camera needs an address: the column url is empty</source>
        <translation>camera mới cần có địa chỉ: cột url đang trống</translation>
    </message>
    <message>
        <source>latitude and longitude belong together: one of them is missing</source>
        <translation>vĩ độ và kinh độ phải đi cùng nhau: thiếu một trong hai</translation>
    </message>
    <message>
        <source>latitude and longitude seem to be exchanged</source>
        <translation>có vẻ vĩ độ và kinh độ bị đổi chỗ</translation>
    </message>
    <message>
        <source>there are {0} sites called {1}: the ward must say which</source>
        <translation>có {0} điểm tên {1}: phải ghi phường để phân biệt</translation>
    </message>
    <message>
        <source>line {0} says something else of the {1} of {2}</source>
        <translation>dòng {0} ghi khác về {1} của {2}</translation>
    </message>
    <message>
        <source>{0} is not text in a known encoding: save it as «CSV UTF-8»</source>
        <translation>{0} không phải văn bản đọc được: hãy lưu dạng «CSV UTF-8»</translation>
    </message>
    <message>
        <source>{0} is larger than any list of cameras</source>
        <translation>{0} quá lớn so với một danh mục camera</translation>
    </message>
    <message>
        <source>{0} has more than {1} rows: import it in parts</source>
        <translation>{0} có hơn {1} dòng: hãy nhập từng phần</translation>
    </message>
    <message>
        <source>{0}: the name must end in .csv or .xlsx</source>
        <translation>{0}: tên tệp phải kết thúc bằng .csv hoặc .xlsx</translation>
    </message>
    <message>
        <source>{0} has no heading that is understood: its first row must name the columns</source>
        <translation>{0} không có dòng tiêu đề hiểu được: dòng đầu phải ghi tên các cột, trong đó có «số» hoặc «url»</translation>
    </message>
    <message>
        <source>the number</source>
        <translation>số</translation>
    </message>
    <message>
        <source>the bearing</source>
        <translation>hướng</translation>
    </message>
    <message>
        <source>the view</source>
        <translation>góc nhìn</translation>
    </message>
    <message>
        <source>the priority</source>
        <translation>mức ưu tiên</translation>
    </message>
    <message>
        <source>the latitude</source>
        <translation>vĩ độ</translation>
    </message>
    <message>
        <source>the longitude</source>
        <translation>kinh độ</translation>
    </message>
    <message>
        <source>former wards</source>
        <translation>phường cũ</translation>
    </message>
    <message>
        <source>address</source>
        <translation>địa chỉ</translation>
    </message>
</context>
</TS>
