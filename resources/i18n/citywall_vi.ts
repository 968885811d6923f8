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
    <message>
        <source>replay</source>
        <translation>xem lại</translation>
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
        <source>the database cannot be written</source>
        <translation>không ghi được vào cơ sở dữ liệu</translation>
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
    <message>
        <source>this computer has too much to do: every second picture is shown</source>
        <translation>máy này đang quá tải: chỉ hiện một nửa số hình</translation>
    </message>
    <message>
        <source>this computer has too much to do: a smaller stream is shown</source>
        <translation>máy này đang quá tải: hiện luồng hình nhỏ hơn</translation>
    </message>
    <message>
        <source>this computer has too much to do: a picture every few seconds is shown</source>
        <translation>máy này đang quá tải: vài giây mới hiện một hình</translation>
    </message>
    <message>
        <source>the disk is full: what can be replayed is kept in memory only</source>
        <translation>ổ đĩa đã đầy: hình để xem lại chỉ còn giữ trong bộ nhớ</translation>
    </message>
    <message>
        <source>the disk is too slow: what can be replayed is kept in memory only</source>
        <translation>ổ đĩa quá chậm: hình để xem lại chỉ còn giữ trong bộ nhớ</translation>
    </message>
    <message>
        <source>the folder for what can be replayed cannot be used: it is kept in memory only</source>
        <translation>không dùng được thư mục giữ hình để xem lại: chỉ còn giữ trong bộ nhớ</translation>
    </message>
    <message>
        <source>the camera sends no sound</source>
        <translation>camera không gửi âm thanh</translation>
    </message>
    <message>
        <source>the camera's sound is of a kind that cannot be played</source>
        <translation>âm thanh của camera thuộc loại không phát được</translation>
    </message>
    <message>
        <source>this computer has no sound device</source>
        <translation>máy này không có thiết bị âm thanh</translation>
    </message>
    <message>
        <source>another program holds the sound device</source>
        <translation>một chương trình khác đang giữ thiết bị âm thanh</translation>
    </message>
    <message>
        <source>the sound device has gone</source>
        <translation>thiết bị âm thanh không còn nữa</translation>
    </message>
    <message>
        <source>this computer has too much to do: some pictures are passed over</source>
        <translation>máy này đang quá tải: một số hình bị bỏ qua</translation>
    </message>
    <message>
        <source>somebody else holds the camera</source>
        <translation>người khác đang giữ camera này</translation>
    </message>
    <message>
        <source>who holds the camera does not rank lower</source>
        <translation>người đang giữ camera không có cấp thấp hơn</translation>
    </message>
    <message>
        <source>the camera cannot be moved</source>
        <translation>camera này không xoay được</translation>
    </message>
    <message>
        <source>the camera did not do what it was told</source>
        <translation>camera không thực hiện lệnh</translation>
    </message>
    <message>
        <source>the picture is black</source>
        <translation>hình ảnh đen kịt</translation>
    </message>
    <message>
        <source>the camera is covered, sprayed or out of focus</source>
        <translation>camera bị che, bị phun sơn hoặc mất nét</translation>
    </message>
    <message>
        <source>the camera looks elsewhere than it did</source>
        <translation>camera không còn nhìn về hướng cũ</translation>
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
        <source>other stream: {0}</source>
        <translation>luồng khác: {0}</translation>
    </message>
    <message>
        <source>or</source>
        <translation>hoặc</translation>
    </message>
    <message>
        <source>Bookmark this moment</source>
        <translation>Đánh dấu thời điểm này</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Sao chép ảnh</translation>
    </message>
    <message>
        <source>Drag a camera or a view here, or type a camera's number and press Enter</source>
        <translation>Kéo một camera hoặc một khung nhìn vào đây, hoặc gõ số camera rồi nhấn Enter</translation>
    </message>
    <message>
        <source>Empty the cell</source>
        <translation>Bỏ trống ô</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>Kết thúc vòng quan sát</translation>
    </message>
    <message>
        <source>Former stop</source>
        <translation>Điểm trước của vòng quan sát</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>Tới camera sau</translation>
    </message>
    <message>
        <source>Halt the tour, and go on</source>
        <translation>Dừng hoặc tiếp tục vòng quan sát</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>Bố cục</translation>
    </message>
    <message>
        <source>Next stop</source>
        <translation>Điểm sau của vòng quan sát</translation>
    </message>
    <message>
        <source>Picture copied</source>
        <translation>Đã sao chép ảnh</translation>
    </message>
    <message>
        <source>Picture saved: {0}</source>
        <translation>Đã lưu ảnh: {0}</translation>
    </message>
    <message>
        <source>Save the picture as a file</source>
        <translation>Lưu ảnh thành tệp</translation>
    </message>
    <message>
        <source>The camera before</source>
        <translation>Về camera trước</translation>
    </message>
    <message>
        <source>The hand</source>
        <translation>Di chuyển</translation>
    </message>
    <message>
        <source>The selected cell</source>
        <translation>Ô đang chọn</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>Cửa sổ</translation>
    </message>
    <message>
        <source>There is no camera in this cell</source>
        <translation>Ô này không có camera</translation>
    </message>
    <message>
        <source>There is no camera {0}</source>
        <translation>Không có camera số {0}</translation>
    </message>
    <message>
        <source>There is no cell {0}: this layout has {1}</source>
        <translation>Không có ô {0}: bố cục này có {1} ô</translation>
    </message>
    <message>
        <source>There is no picture to keep yet</source>
        <translation>Chưa có hình để lưu</translation>
    </message>
    <message>
        <source>There is no view {0}</source>
        <translation>Không có khung nhìn thứ {0}</translation>
    </message>
    <message>
        <source>This camera into a cell of its own</source>
        <translation>Đưa camera này ra một ô riêng</translation>
    </message>
    <message>
        <source>Tours</source>
        <translation>Vòng quan sát</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>camera's clock {0} s</source>
        <translation>đồng hồ camera lệch {0} s</translation>
    </message>
    <message>
        <source>picture is {0} old</source>
        <translation>hình cũ {0}</translation>
    </message>
    <message>
        <source>{0}: this camera is gone, or has no stream yet</source>
        <translation>{0}: camera không còn, hoặc chưa có luồng hình</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Tìm mọi thứ</translation>
    </message>
    <message>
        <source>Change the keys</source>
        <translation>Đổi phím</translation>
    </message>
    <message>
        <source>every 2nd picture</source>
        <translation>nửa số hình</translation>
    </message>
    <message>
        <source>smaller stream</source>
        <translation>luồng nhỏ hơn</translation>
    </message>
    <message>
        <source>keyframes only</source>
        <translation>chỉ hình khóa</translation>
    </message>
    <message>
        <source>camera: {0}</source>
        <translation>camera: {0}</translation>
    </message>
    <message>
        <source>held: {0}  ·  {1} ago</source>
        <translation>giữ hình: {0}  ·  {1} trước</translation>
    </message>
    <message>
        <source>part of the picture, {0}</source>
        <translation>một phần của hình, {0}</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>Hình trong ô</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>Phóng to</translation>
    </message>
    <message>
        <source>Further away</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <source>Look further left</source>
        <translation>Nhìn sang trái</translation>
    </message>
    <message>
        <source>Look further right</source>
        <translation>Nhìn sang phải</translation>
    </message>
    <message>
        <source>Look further up</source>
        <translation>Nhìn lên trên</translation>
    </message>
    <message>
        <source>Look further down</source>
        <translation>Nhìn xuống dưới</translation>
    </message>
    <message>
        <source>The whole picture</source>
        <translation>Toàn bộ hình</translation>
    </message>
    <message>
        <source>Whole, cropped to its cell, stretched</source>
        <translation>Nguyên hình, cắt cho đầy ô, kéo giãn</translation>
    </message>
    <message>
        <source>Hold the picture, and let it go</source>
        <translation>Giữ hình đứng lại, và thả ra</translation>
    </message>
    <message>
        <source>Figures of all streams</source>
        <translation>Thông số của mọi luồng hình</translation>
    </message>
    <message>
        <source>not recording: {0}</source>
        <translation>không ghi: {0}</translation>
    </message>
    <message>
        <source>Nothing can be recorded here</source>
        <translation>Ở đây không ghi hình được</translation>
    </message>
    <message>
        <source>Recording: {0}</source>
        <translation>Đang ghi: {0}</translation>
    </message>
    <message>
        <source>The recording of {0} has ended: {1}</source>
        <translation>Đã thôi ghi {0}: {1}</translation>
    </message>
    <message>
        <source>Recorded {0} of {1}: {2}</source>
        <translation>Đã ghi {0} của {1}: {2}</translation>
    </message>
    <message>
        <source>Record the camera, and end that</source>
        <translation>Ghi hình camera, và dừng ghi</translation>
    </message>
    <message>
        <source>Nothing can be heard here</source>
        <translation>Ở đây không nghe được âm thanh</translation>
    </message>
    <message>
        <source>The sound is off</source>
        <translation>Đã tắt âm thanh</translation>
    </message>
    <message>
        <source>A replay has no sound</source>
        <translation>Phát lại không có âm thanh</translation>
    </message>
    <message>
        <source>Sound: {0}</source>
        <translation>Âm thanh: {0}</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Đã tắt tiếng</translation>
    </message>
    <message>
        <source>Volume {0} %</source>
        <translation>Âm lượng {0} %</translation>
    </message>
    <message>
        <source>No sound: {0}</source>
        <translation>Không có âm thanh: {0}</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Âm thanh</translation>
    </message>
    <message>
        <source>Listen to the camera, and end that</source>
        <translation>Nghe âm thanh của camera, và thôi nghe</translation>
    </message>
    <message>
        <source>Mute, and hear again</source>
        <translation>Tắt tiếng, và nghe lại</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>To hơn</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Nhỏ hơn</translation>
    </message>
    <message>
        <source>smaller stream: this computer is too busy</source>
        <translation>luồng nhỏ hơn: máy không đủ sức</translation>
    </message>
    <message>
        <source>fewer pictures</source>
        <translation>ít hình hơn</translation>
    </message>
    <message>
        <source>picture is black</source>
        <translation>hình đen</translation>
    </message>
    <message>
        <source>This camera has no alarm that is not acknowledged</source>
        <translation>Camera này không có báo động nào chưa nhận</translation>
    </message>
    <message>
        <source>Nobody keeps alarms here</source>
        <translation>Ở đây không ai giữ báo động</translation>
    </message>
    <message>
        <source>Panic: the alarm is raised</source>
        <translation>Khẩn cấp: đã phát báo động</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Báo động</translation>
    </message>
    <message>
        <source>Acknowledge the alarms of the camera</source>
        <translation>Nhận các báo động của camera</translation>
    </message>
    <message>
        <source>Panic: an alarm of my own</source>
        <translation>Khẩn cấp: tự báo động</translation>
    </message>
    <message>
        <source>covered or blurred</source>
        <translation>bị che hoặc mờ</translation>
    </message>
    <message>
        <source>looks elsewhere</source>
        <translation>lệch hướng</translation>
    </message>
    <message>
        <source>The most urgent alarm, in the console</source>
        <translation>Báo động khẩn cấp nhất, trong bảng điều khiển</translation>
    </message>
    <message>
        <source>Alarms are worked on in the console, which is not here</source>
        <translation>Báo động được xử lý trong bảng điều khiển, hiện không mở ở đây</translation>
    </message>
    <message>
        <source>There is no alarm that is not acknowledged</source>
        <translation>Không có báo động nào chưa nhận</translation>
    </message>
    <message>
        <source>Open alarms in your name: {0}. «Mine» on the page of alarms shows them.</source>
        <translation>Báo động chưa đóng mang tên bạn: {0}. Chọn «Của tôi» ở trang Báo động để xem.</translation>
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
    <message>
        <source>{0} cells</source>
        <translation>{0} ô</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Thao tác</translation>
    </message>
    <message>
        <source>{0} in replay</source>
        <translation>{0} đang xem lại</translation>
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
    <message>
        <source>A number and Enter: that camera. 127/4: into cell 4. + and −: along its site. *2: the second view</source>
        <translation>Gõ số rồi Enter: camera đó. 127/4: vào ô 4. + và −: camera cùng địa điểm. *2: khung nhìn thứ hai</translation>
    </message>
    <message>
        <source>Screen {0}</source>
        <translation>Màn hình {0}</translation>
    </message>
    <message>
        <source>tour {0} halted, stop {1} of {2}</source>
        <translation>vòng {0} tạm dừng, điểm {1}/{2}</translation>
    </message>
    <message>
        <source>tour {0}, stop {1} of {2}</source>
        <translation>vòng {0}, điểm {1}/{2}</translation>
    </message>
    <message>
        <source>Enter: into the selected cell · Ctrl+Enter: in the console</source>
        <translation>Enter: vào ô đang chọn · Ctrl+Enter: trong bảng điều khiển</translation>
    </message>
    <message>
        <source>Keys are changed in the console.</source>
        <translation>Đổi phím trong bảng điều khiển.</translation>
    </message>
    <message>
        <source>Wheel or two fingers: closer. A drag then moves the picture; by its name, or with Ctrl or Alt, the tile</source>
        <translation>Lăn chuột hoặc hai ngón tay: phóng to. Khi đó kéo là di chuyển hình; kéo ở dòng tên, hoặc giữ Ctrl hay Alt, là mang cả ô</translation>
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
    <message>
        <source>real</source>
        <translation>thật</translation>
    </message>
    <message>
        <source>false</source>
        <translation>giả</translation>
    </message>
    <message>
        <source>test</source>
        <translation>thử</translation>
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
    <message>
        <source>Stream {0}, in fact</source>
        <translation>Luồng {0}, thực tế</translation>
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
        <translation>Xóa</translation>
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
        <source>Remove the selected cameras (Del)</source>
        <translation>Xóa các camera đang chọn khỏi danh mục (Del)</translation>
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
    <message>
        <source>says {0}, sends {1}</source>
        <translation>khai {0}, thực gửi {1}</translation>
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
    <message>
        <source>Export views</source>
        <translation>Xuất khung nhìn</translation>
    </message>
    <message>
        <source>Import views</source>
        <translation>Nhập khung nhìn</translation>
    </message>
    <message>
        <source>Views of CityWall (*.cwviews.json)</source>
        <translation>Khung nhìn CityWall (*.cwviews.json)</translation>
    </message>
    <message>
        <source>Take in a folder of tiles</source>
        <translation>Thêm bản đồ từ thư mục ô</translation>
    </message>
    <message>
        <source>Maps (*.mbtiles *.pmtiles *.geojson *.json *.png *.jpg *.jpeg *.webp *.tif *.tiff)</source>
        <translation>Bản đồ (*.mbtiles *.pmtiles *.geojson *.json *.png *.jpg *.jpeg *.webp *.tif *.tiff)</translation>
    </message>
    <message>
        <source>Take in a map</source>
        <translation>Thêm bản đồ</translation>
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
    <message>
        <source>Events</source>
        <translation>Sự kiện</translation>
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
    <message>
        <source>The file is being written…</source>
        <translation>Đang ghi tệp…</translation>
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
    <message>
        <source>Keys and calls go to screen {0}: {1}</source>
        <translation>Phím và lệnh gọi đến màn hình {0}: {1}</translation>
    </message>
    <message>
        <source>Screen {0} of {1}</source>
        <translation>Màn hình {0} / {1}</translation>
    </message>
    <message>
        <source>{0} without their display</source>
        <translation>{0} màn hình mất kết nối</translation>
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
        <source>Test the camera that is shown</source>
        <translation>Kiểm tra camera đang hiện</translation>
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
        <source>Change what the hand is on</source>
        <translation>Sửa mục đang chọn</translation>
    </message>
    <message>
        <source>Choose a layout</source>
        <translation>Chọn bố cục</translation>
    </message>
    <message>
        <source>Former screen</source>
        <translation>Màn hình trước</translation>
    </message>
    <message>
        <source>Former stop of the tour</source>
        <translation>Điểm trước của vòng quan sát</translation>
    </message>
    <message>
        <source>Halt the tour, or go on</source>
        <translation>Dừng hoặc tiếp tục vòng quan sát</translation>
    </message>
    <message>
        <source>Next screen</source>
        <translation>Màn hình sau</translation>
    </message>
    <message>
        <source>Next stop of the tour</source>
        <translation>Điểm sau của vòng quan sát</translation>
    </message>
    <message>
        <source>On the page</source>
        <translation>Trên trang</translation>
    </message>
    <message>
        <source>One camera alone, and back</source>
        <translation>Phóng to một camera, và trở lại</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Các trang</translation>
    </message>
    <message>
        <source>Put it on the screen in hand</source>
        <translation>Đưa lên màn hình đang chọn</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Màn hình</translation>
    </message>
    <message>
        <source>Start a tour</source>
        <translation>Bắt đầu vòng quan sát</translation>
    </message>
    <message>
        <source>Remove what is selected</source>
        <translation>Xóa mục đang chọn</translation>
    </message>
    <message>
        <source>The camera after it</source>
        <translation>Camera sau đó</translation>
    </message>
    <message>
        <source>The camera before in this cell</source>
        <translation>Camera trước trong ô này</translation>
    </message>
    <message>
        <source>The wall</source>
        <translation>Tường màn hình</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>Cửa sổ</translation>
    </message>
    <message>
        <source>Tours</source>
        <translation>Vòng quan sát</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất ra tệp</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Nhập từ tệp</translation>
    </message>
    <message>
        <source>Save the screen in hand as a view</source>
        <translation>Lưu màn hình đang chọn thành khung nhìn</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Khung nhìn</translation>
    </message>
    <message>
        <source>screen {0}</source>
        <translation>màn hình {0}</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Đánh dấu</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>Chưa xem</translation>
    </message>
    <message>
        <source>Save the picture as a file</source>
        <translation>Lưu ảnh thành tệp</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Sao chép ảnh</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Tìm mọi thứ</translation>
    </message>
    <message>
        <source>Change the keys</source>
        <translation>Đổi phím</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Bản ghi</translation>
    </message>
    <message>
        <source>How much is kept for replay</source>
        <translation>Lưu bao nhiêu để xem lại</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Toàn cảnh</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Bản đồ</translation>
    </message>
    <message>
        <source>Joysticks</source>
        <translation>Cần điều khiển</translation>
    </message>
    <message>
        <source>Domes</source>
        <translation>Camera xoay</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Báo động</translation>
    </message>
    <message>
        <source>The most urgent alarm that nobody has acknowledged</source>
        <translation>Báo động khẩn nhất chưa ai nhận</translation>
    </message>
    <message>
        <source>Acknowledge the alarm</source>
        <translation>Nhận báo động</translation>
    </message>
    <message>
        <source>Take the alarm</source>
        <translation>Xử lý báo động</translation>
    </message>
    <message>
        <source>Forward the alarm</source>
        <translation>Chuyển tiếp báo động</translation>
    </message>
    <message>
        <source>Put the alarm on hold</source>
        <translation>Tạm hoãn báo động</translation>
    </message>
    <message>
        <source>Resume the alarm</source>
        <translation>Tiếp tục báo động</translation>
    </message>
    <message>
        <source>Close the alarm</source>
        <translation>Đóng báo động</translation>
    </message>
    <message>
        <source>Open the alarm again</source>
        <translation>Mở lại báo động</translation>
    </message>
    <message>
        <source>Write a note on the alarm</source>
        <translation>Ghi chú cho báo động</translation>
    </message>
    <message>
        <source>Mute the camera of the alarm</source>
        <translation>Tắt báo camera của báo động</translation>
    </message>
    <message>
        <source>Panic: an alarm of my own</source>
        <translation>Khẩn cấp: tự báo động</translation>
    </message>
    <message>
        <source>Rules of alarms</source>
        <translation>Quy tắc báo động</translation>
    </message>
    <message>
        <source>Other systems: MQTT, HTTP, the supervisor</source>
        <translation>Hệ thống khác: MQTT, HTTP, chỉ huy</translation>
    </message>
    <message>
        <source>The place of the alarm on the map</source>
        <translation>Chỗ của báo động trên bản đồ</translation>
    </message>
    <message>
        <source>Watch again what was before</source>
        <translation>Xem lại hình trước báo động</translation>
    </message>
    <message>
        <source>When alarms began: choose a stretch</source>
        <translation>Báo động theo thời gian: chọn một khoảng</translation>
    </message>
    <message>
        <source>The pictures of its notes</source>
        <translation>Hình kèm các ghi chú của nó</translation>
    </message>
    <message>
        <source>Alarms in figures</source>
        <translation>Báo động qua con số</translation>
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
        <translation>xóa {0} camera</translation>
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
        <translation>xóa {0} thiết bị</translation>
    </message>
    <message>
        <source>{0} added</source>
        <translation>thêm “{0}”</translation>
    </message>
    <message>
        <source>import of {0}</source>
        <translation>nhập {0}</translation>
    </message>
    <message>
        <source>{0} cameras placed</source>
        <translation>đặt vị trí {0} camera</translation>
    </message>
    <message>
        <source>{0} sites placed</source>
        <translation>đặt vị trí {0} điểm</translation>
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
<context>
    <name>DisplayNews</name>
    <message>
        <source>{0} is on its display again.</source>
        <translation>{0} đã có lại màn hình vật lý của mình.</translation>
    </message>
    <message>
        <source>{0} has lost its display {1}.</source>
        <translation>{0} mất kết nối với màn hình vật lý {1}.</translation>
    </message>
    <message>
        <source>No screen of the wall can be seen now. Check the cable and the power of the displays.</source>
        <translation>Hiện không màn hình nào của tường hiển thị. Hãy kiểm tra cáp và nguồn điện.</translation>
    </message>
    <message>
        <source>A display that belongs to no screen is connected: {0}. Bind a screen to it on the Screens page.</source>
        <translation>Có màn hình vật lý chưa được gán: {0}. Hãy gán cho một màn hình ở trang Màn hình.</translation>
    </message>
    <message>
        <source>{0} is closed. It opens again when it is chosen or something is put on it here.</source>
        <translation>{0} đã đóng. Nó mở lại khi được chọn hoặc khi đưa hình lên từ đây.</translation>
    </message>
    <message>
        <source>Screen {0}</source>
        <translation>Màn hình {0}</translation>
    </message>
    <message>
        <source>Priority cameras go to the next screen, and return with the display.</source>
        <translation>Camera ưu tiên chuyển sang màn hình kế tiếp và trở về khi có kết nối lại.</translation>
    </message>
    <message>
        <source>{0} have lost their displays.</source>
        <translation>{0} mất kết nối với màn hình vật lý.</translation>
    </message>
</context>
<context>
    <name>Awake</name>
    <message>
        <source>The video wall is on</source>
        <translation>Tường hình đang hoạt động</translation>
    </message>
</context>
<context>
    <name>MiniWall</name>
    <message>
        <source>Hotspot</source>
        <translation>Điểm nóng</translation>
    </message>
    <message>
        <source>{0} in turn</source>
        <translation>{0} camera lần lượt</translation>
    </message>
    <message>
        <source>Camera is gone</source>
        <translation>Camera không còn</translation>
    </message>
    <message>
        <source>Screen in small</source>
        <translation>Màn hình thu nhỏ</translation>
    </message>
</context>
<context>
    <name>LayoutChooser</name>
    <message>
        <source>Edit layout…</source>
        <translation>Sửa bố cục…</translation>
    </message>
</context>
<context>
    <name>TourLine</name>
    <message>
        <source>The former stop</source>
        <translation>Điểm trước</translation>
    </message>
    <message>
        <source>The next stop</source>
        <translation>Điểm sau</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>Kết thúc vòng quan sát</translation>
    </message>
    <message>
        <source>{0} · {1} of {2}</source>
        <translation>{0} · {1} / {2}</translation>
    </message>
    <message>
        <source>Cell {0}: {1}</source>
        <translation>Ô {0}: {1}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Halt</source>
        <translation>Tạm dừng</translation>
    </message>
</context>
<context>
    <name>ScreenCard</name>
    <message>
        <source>Page {0} of {1}</source>
        <translation>Trang {0} / {1}</translation>
    </message>
    <message>
        <source>A window, bound to no display</source>
        <translation>Cửa sổ, không gắn màn hình</translation>
    </message>
    <message>
        <source>Not connected: {0}</source>
        <translation>Chưa kết nối: {0}</translation>
    </message>
    <message>
        <source>One camera alone</source>
        <translation>Một camera phóng to</translation>
    </message>
    <message>
        <source>{0} (changed)</source>
        <translation>{0} (đã sửa)</translation>
    </message>
</context>
<context>
    <name>ScreenForm</name>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Màn hình vật lý</translation>
    </message>
    <message>
        <source>Kiosk: full screen, left only from here</source>
        <translation>Ki-ốt: toàn màn hình, chỉ thoát được từ đây</translation>
    </message>
    <message>
        <source>No display: a window</source>
        <translation>Không gắn: một cửa sổ</translation>
    </message>
    <message>
        <source>{0}, not connected</source>
        <translation>{0}, chưa kết nối</translation>
    </message>
    <message>
        <source>Screen {0}</source>
        <translation>Màn hình {0}</translation>
    </message>
    <message>
        <source>Remove screen</source>
        <translation>Xóa màn hình</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Lưu</translation>
    </message>
</context>
<context>
    <name>ScreensPage</name>
    <message>
        <source>Empty</source>
        <translation>Bỏ trống</translation>
    </message>
    <message>
        <source>Layout…</source>
        <translation>Bố cục…</translation>
    </message>
    <message>
        <source>New screen</source>
        <translation>Thêm màn hình</translation>
    </message>
    <message>
        <source>Nothing in the selected cell (Del)</source>
        <translation>Để trống ô đang chọn (Del)</translation>
    </message>
    <message>
        <source>Nothing was changed on this screen since the program began.</source>
        <translation>Màn hình này chưa thay đổi gì từ khi mở chương trình.</translation>
    </message>
    <message>
        <source>Number, name, display</source>
        <translation>Số, tên, màn hình vật lý</translation>
    </message>
    <message>
        <source>Put camera</source>
        <translation>Đưa lên</translation>
    </message>
    <message>
        <source>Save as view…</source>
        <translation>Lưu khung nhìn…</translation>
    </message>
    <message>
        <source>Screen {0} · {1}</source>
        <translation>Màn hình {0} · {1}</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Thiết lập…</translation>
    </message>
    <message>
        <source>Start a tour on the screen in hand</source>
        <translation>Bắt đầu vòng quan sát trên màn hình đang chọn</translation>
    </message>
    <message>
        <source>The camera after it (Alt+→)</source>
        <translation>Camera sau đó (Alt+→)</translation>
    </message>
    <message>
        <source>The camera at hand (Ctrl+Enter)</source>
        <translation>Camera đang chọn (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>The camera before in this cell (Alt+←)</source>
        <translation>Camera trước trong ô này (Alt+←)</translation>
    </message>
    <message>
        <source>The screens of the wall will stand here, each in small.</source>
        <translation>Các màn hình của tường sẽ hiện ở đây, thu nhỏ.</translation>
    </message>
    <message>
        <source>This cannot be shown: it is not kept here.</source>
        <translation>Không hiện được: mục này không còn được lưu.</translation>
    </message>
    <message>
        <source>Tour…</source>
        <translation>Vòng quan sát…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>A hotspot, or several cameras in turn</source>
        <translation>Điểm nóng, hoặc vài camera lần lượt</translation>
    </message>
    <message>
        <source>Cell…</source>
        <translation>Ô…</translation>
    </message>
</context>
<context>
    <name>TourChooser</name>
    <message>
        <source>No tour yet: make one on the Views page.</source>
        <translation>Chưa có vòng quan sát: tạo ở trang Khung nhìn.</translation>
    </message>
</context>
<context>
    <name>WallHand</name>
    <message>
        <source>Choose a camera first.</source>
        <translation>Hãy chọn camera trước.</translation>
    </message>
    <message>
        <source>Nothing of it can be shown: no stream is known.</source>
        <translation>Không hiện được: chưa biết luồng hình nào.</translation>
    </message>
    <message>
        <source>On screen {0}: {1}</source>
        <translation>Trên màn hình {0}: {1}</translation>
    </message>
    <message>
        <source>Screen {0} is full: {1} cameras found no cell.</source>
        <translation>Màn hình {0} đã đầy: {1} camera không còn ô.</translation>
    </message>
    <message>
        <source>There is no screen yet: make one on the Screens page.</source>
        <translation>Chưa có màn hình: tạo ở trang Màn hình.</translation>
    </message>
    <message>
        <source>{1} cameras are on screen {0}.</source>
        <translation>{1} camera đã lên màn hình {0}.</translation>
    </message>
</context>
<context>
    <name>LayoutCanvas</name>
    <message>
        <source>Cells of the layout</source>
        <translation>Các ô của bố cục</translation>
    </message>
</context>
<context>
    <name>LayoutEditor</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Số cột</translation>
    </message>
    <message>
        <source>Columns × rows, in the place of each</source>
        <translation>Cột × hàng, thay cho từng ô</translation>
    </message>
    <message>
        <source>Drag over cells or press Shift with the arrows to select several; Ctrl with a click adds one.</source>
        <translation>Kéo qua các ô hoặc nhấn Shift cùng phím mũi tên để chọn nhiều ô; Ctrl và bấm chuột để thêm một ô.</translation>
    </message>
    <message>
        <source>Layout of {0}</source>
        <translation>Bố cục của {0}</translation>
    </message>
    <message>
        <source>Merge (M)</source>
        <translation>Gộp ô (M)</translation>
    </message>
    <message>
        <source>Name of the layout</source>
        <translation>Tên bố cục</translation>
    </message>
    <message>
        <source>One cell in the place of those selected</source>
        <translation>Một ô thay cho các ô đang chọn</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Số hàng</translation>
    </message>
    <message>
        <source>Split into (S)</source>
        <translation>Chia thành (S)</translation>
    </message>
    <message>
        <source>Start from…</source>
        <translation>Bắt đầu từ…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Use for this screen</source>
        <translation>Dùng cho màn hình này</translation>
    </message>
    <message>
        <source>{0} cells</source>
        <translation>{0} ô</translation>
    </message>
    <message>
        <source>{0} of {1} cells selected</source>
        <translation>Đã chọn {0} / {1} ô</translation>
    </message>
</context>
<context>
    <name>StopsList</name>
    <message>
        <source>Stops of the tour</source>
        <translation>Các điểm của vòng quan sát</translation>
    </message>
    <message>
        <source>a view that is gone</source>
        <translation>khung nhìn không còn</translation>
    </message>
    <message>
        <source>{0} · {1} s</source>
        <translation>{0} · {1} giây</translation>
    </message>
</context>
<context>
    <name>TourForm</name>
    <message>
        <source>A new tour</source>
        <translation>Vòng quan sát mới</translation>
    </message>
    <message>
        <source>Add cameras</source>
        <translation>Thêm camera</translation>
    </message>
    <message>
        <source>Add views</source>
        <translation>Thêm khung nhìn</translation>
    </message>
    <message>
        <source>As listed</source>
        <translation>Theo danh sách</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Change the tour</source>
        <translation>Sửa vòng quan sát</translation>
    </message>
    <message>
        <source>Earlier (Alt+↑)</source>
        <translation>Lên trước (Alt+↑)</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Later (Alt+↓)</source>
        <translation>Xuống sau (Alt+↓)</translation>
    </message>
    <message>
        <source>Name of the tour</source>
        <translation>Tên vòng quan sát</translation>
    </message>
    <message>
        <source>Only for me</source>
        <translation>Chỉ mình tôi</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Thứ tự</translation>
    </message>
    <message>
        <source>Save tour</source>
        <translation>Lưu vòng quan sát</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Số giây</translation>
    </message>
    <message>
        <source>Stays for</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Stops: drag cameras or views here</source>
        <translation>Các điểm: kéo camera hoặc khung nhìn vào đây</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Bỏ điểm</translation>
    </message>
    <message>
        <source>The selected stop, in seconds</source>
        <translation>Riêng điểm đang chọn, số giây</translation>
    </message>
    <message>
        <source>Those selected at the left</source>
        <translation>Các mục đang chọn bên trái</translation>
    </message>
    <message>
        <source>Those selected in the tree</source>
        <translation>Camera đang chọn trong cây</translation>
    </message>
    <message>
        <source>Unseen first</source>
        <translation>Chưa xem trước</translation>
    </message>
    <message>
        <source>as the tour</source>
        <translation>như vòng</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>giây</translation>
    </message>
</context>
<context>
    <name>ViewForm</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Folder, for example Day/Markets</source>
        <translation>Thư mục, ví dụ Ca ngày/Chợ</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Tên khung nhìn</translation>
    </message>
    <message>
        <source>Only for me</source>
        <translation>Chỉ mình tôi</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Thay thế</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Lưu khung nhìn</translation>
    </message>
</context>
<context>
    <name>ViewsDesk</name>
    <message>
        <source>Reading {0}…</source>
        <translation>Đang đọc {0}…</translation>
    </message>
    <message>
        <source>There is no view to export yet.</source>
        <translation>Chưa có khung nhìn nào để xuất.</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>và {0} mục nữa</translation>
    </message>
    <message>
        <source>{0} (copy {1})</source>
        <translation>{0} (bản sao {1})</translation>
    </message>
    <message>
        <source>{0} views are in {1}.</source>
        <translation>Đã ghi {0} khung nhìn vào {1}.</translation>
    </message>
    <message>
        <source>{0} views were taken in.</source>
        <translation>Đã nhập {0} khung nhìn.</translation>
    </message>
    <message>
        <source>The file is being written…</source>
        <translation>Đang ghi tệp…</translation>
    </message>
</context>
<context>
    <name>ViewsModel</name>
    <message>
        <source>My own</source>
        <translation>Của tôi</translation>
    </message>
    <message>
        <source>Shared by all</source>
        <translation>Dùng chung</translation>
    </message>
    <message>
        <source>{0} cameras</source>
        <translation>{0} camera</translation>
    </message>
    <message>
        <source>{0} stops, {1} s</source>
        <translation>{0} điểm, {1} giây</translation>
    </message>
</context>
<context>
    <name>ViewsPage</name>
    <message>
        <source>Choose one view or tour.</source>
        <translation>Hãy chọn một khung nhìn hoặc vòng quan sát.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Xuất…</translation>
    </message>
    <message>
        <source>Find a view or a tour</source>
        <translation>Tìm khung nhìn hoặc vòng quan sát</translation>
    </message>
    <message>
        <source>Find a view or a tour: name, folder…</source>
        <translation>Tìm khung nhìn, vòng quan sát: tên, thư mục…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Nhập…</translation>
    </message>
    <message>
        <source>Make a tour of what is selected, or change it</source>
        <translation>Tạo vòng quan sát từ mục đang chọn, hoặc sửa vòng đó</translation>
    </message>
    <message>
        <source>On the screen in hand (Enter)</source>
        <translation>Lên màn hình đang chọn (Enter)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Save screen…</source>
        <translation>Lưu màn hình…</translation>
    </message>
    <message>
        <source>Save the screen in hand…</source>
        <translation>Lưu màn hình đang chọn…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Hiện</translation>
    </message>
    <message>
        <source>There is a view “{0}” here already: replace it, or give another name.</source>
        <translation>Đã có khung nhìn “{0}” ở đây: hãy thay thế, hoặc đặt tên khác.</translation>
    </message>
    <message>
        <source>There is no screen yet: make one on the Screens page.</source>
        <translation>Chưa có màn hình: tạo ở trang Màn hình.</translation>
    </message>
    <message>
        <source>Tour…</source>
        <translation>Vòng quan sát…</translation>
    </message>
    <message>
        <source>Undo: {0}</source>
        <translation>Hoàn tác: {0}</translation>
    </message>
    <message>
        <source>Views from a file</source>
        <translation>Khung nhìn từ một tệp</translation>
    </message>
    <message>
        <source>What stands on the screen in hand</source>
        <translation>Những gì đang có trên màn hình đang chọn</translation>
    </message>
    <message>
        <source>What you save of a screen will stand here, to be called up again.</source>
        <translation>Những gì bạn lưu từ một màn hình sẽ nằm ở đây để gọi lại.</translation>
    </message>
    <message>
        <source>{0} found</source>
        <translation>Tìm thấy {0}</translation>
    </message>
    <message>
        <source>{0} found; the {1} best are shown</source>
        <translation>Tìm thấy {0}; hiện {1} kết quả tốt nhất</translation>
    </message>
    <message>
        <source>{0} views and {1} tours</source>
        <translation>{0} khung nhìn và {1} vòng quan sát</translation>
    </message>
</context>
<context>
    <name>WallWords</name>
    <message>
        <source>A cell is split into 1 to {0} parts, not {1} × {2}.</source>
        <translation>Một ô chia được thành 1 đến {0} phần, không phải {1} × {2}.</translation>
    </message>
    <message>
        <source>A layout has 1 to {0} cells, not {1}.</source>
        <translation>Một bố cục có 1 đến {0} ô, không phải {1}.</translation>
    </message>
    <message>
        <source>A layout has 1 to {0} columns and rows, not {1} × {2}.</source>
        <translation>Một bố cục có 1 đến {0} cột và hàng, không phải {1} × {2}.</translation>
    </message>
    <message>
        <source>A tour goes over views or over cameras, not over both.</source>
        <translation>Vòng quan sát đi qua khung nhìn hoặc camera, không phải cả hai.</translation>
    </message>
    <message>
        <source>A tour needs a name.</source>
        <translation>Vòng quan sát cần có tên.</translation>
    </message>
    <message>
        <source>A tour needs a stop: add views or cameras.</source>
        <translation>Vòng quan sát cần ít nhất một điểm: hãy thêm khung nhìn hoặc camera.</translation>
    </message>
    <message>
        <source>A tour stays for {0} s or longer, not {1} s.</source>
        <translation>Mỗi điểm dừng ít nhất {0} giây, không phải {1} giây.</translation>
    </message>
    <message>
        <source>A view needs a name.</source>
        <translation>Khung nhìn cần có tên.</translation>
    </message>
    <message>
        <source>Camera {0} is not here: its cells stay empty in “{1}” and {2} more views.</source>
        <translation>Không có camera {0} ở đây: ô của nó để trống trong “{1}” và {2} khung nhìn khác.</translation>
    </message>
    <message>
        <source>Camera {0} is not here: its cells stay empty in “{1}”.</source>
        <translation>Không có camera {0} ở đây: ô của nó để trống trong “{1}”.</translation>
    </message>
    <message>
        <source>Cell {0} does not lie on the raster of {1} × {2}.</source>
        <translation>Ô {0} nằm ngoài lưới {1} × {2}.</translation>
    </message>
    <message>
        <source>Cells {0} and {1} lie over each other.</source>
        <translation>Ô {0} và ô {1} chồng lên nhau.</translation>
    </message>
    <message>
        <source>Choose cells first.</source>
        <translation>Hãy chọn ô trước.</translation>
    </message>
    <message>
        <source>There is a tour “{0}” here already.</source>
        <translation>Ở đây đã có vòng quan sát “{0}”.</translation>
    </message>
    <message>
        <source>There is a tour “{0}” in the folder “{1}” already.</source>
        <translation>Đã có vòng quan sát “{0}” trong thư mục “{1}”.</translation>
    </message>
    <message>
        <source>There is a view “{0}” here already.</source>
        <translation>Ở đây đã có khung nhìn “{0}”.</translation>
    </message>
    <message>
        <source>There is a view “{0}” in the folder “{1}” already.</source>
        <translation>Đã có khung nhìn “{0}” trong thư mục “{1}”.</translation>
    </message>
    <message>
        <source>These cells together are no rectangle.</source>
        <translation>Các ô này ghép lại không thành hình chữ nhật.</translation>
    </message>
    <message>
        <source>View {0} was left out: {1}</source>
        <translation>Bỏ qua khung nhìn {0}: {1}</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>và {0} mục nữa</translation>
    </message>
    <message>
        <source>{0} changed</source>
        <translation>đã sửa {0}</translation>
    </message>
    <message>
        <source>{0} imported</source>
        <translation>đã nhập {0}</translation>
    </message>
    <message>
        <source>{0} removed</source>
        <translation>đã xóa {0}</translation>
    </message>
    <message>
        <source>{0} tours</source>
        <translation>{0} vòng quan sát</translation>
    </message>
    <message>
        <source>{0} views</source>
        <translation>{0} khung nhìn</translation>
    </message>
    <message>
        <source>{0}: it holds no view</source>
        <translation>{0}: không có khung nhìn nào</translation>
    </message>
    <message>
        <source>{0}: this is no file of views</source>
        <translation>{0}: đây không phải tệp khung nhìn</translation>
    </message>
    <message>
        <source>“{0}” saved</source>
        <translation>đã lưu “{0}”</translation>
    </message>
    <message>
        <source>View {0}, “{1}”, was left out: {2}</source>
        <translation>Bỏ qua khung nhìn {0}, “{1}”: {2}</translation>
    </message>
    <message>
        <source>A camera stays for {0} s or longer, not {1} s.</source>
        <translation>Mỗi camera dừng ít nhất {0} giây, không phải {1} giây.</translation>
    </message>
    <message>
        <source>Choose cameras first.</source>
        <translation>Hãy chọn camera trước.</translation>
    </message>
</context>
<context>
    <name>UnseenTable</name>
    <message>
        <source>Seen last</source>
        <translation>Xem lần cuối</translation>
    </message>
    <message>
        <source>Camera, site or ward</source>
        <translation>Camera, địa điểm, phường</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Nơi đặt</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>Chưa xem</translation>
    </message>
    <message>
        <source>Watched for</source>
        <translation>Đã xem</translation>
    </message>
    <message>
        <source>On a screen within the chosen time, to the hour</source>
        <translation>Thời gian có trên màn hình trong khoảng đã chọn, tính theo giờ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>never</source>
        <translation>chưa bao giờ</translation>
    </message>
    <message>
        <source>without a site</source>
        <translation>chưa có địa điểm</translation>
    </message>
</context>
<context>
    <name>UnseenPage</name>
    <message>
        <source>Those seen, too</source>
        <translation>Cả camera đã xem</translation>
    </message>
    <message>
        <source>Not seen for</source>
        <translation>Chưa ai xem trong</translation>
    </message>
    <message>
        <source>Summed up</source>
        <translation>Gộp theo</translation>
    </message>
    <message>
        <source>by camera</source>
        <translation>theo camera</translation>
    </message>
    <message>
        <source>by site</source>
        <translation>theo địa điểm</translation>
    </message>
    <message>
        <source>by ward</source>
        <translation>theo phường</translation>
    </message>
    <message>
        <source>Unseen for a week</source>
        <translation>Chưa xem 1 tuần</translation>
    </message>
    <message>
        <source>Unseen for {0} hours</source>
        <translation>Chưa xem {0} giờ</translation>
    </message>
    <message>
        <source>Unseen for 1 hour</source>
        <translation>Chưa xem 1 giờ</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Đưa lên tường</translation>
    </message>
    <message>
        <source>On the screen in hand (Enter)</source>
        <translation>Lên màn hình đang chọn (Enter)</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Chạy vòng</translation>
    </message>
    <message>
        <source>The selected cameras, or all of these, one after the other in the selected cell</source>
        <translation>Các camera đã chọn, hoặc tất cả, lần lượt trong ô đang chọn</translation>
    </message>
    <message>
        <source>What nobody has watched will stand here.</source>
        <translation>Những camera chưa ai xem sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Find devices…</source>
        <translation>Tìm thiết bị…</translation>
    </message>
    <message>
        <source>Every camera was seen in this time.</source>
        <translation>Mọi camera đều đã được xem trong khoảng này.</translation>
    </message>
    <message>
        <source>{0} of {1} cameras were seen by nobody.</source>
        <translation>{0} trên {1} camera chưa có ai xem.</translation>
    </message>
    <message>
        <source>Unseen first</source>
        <translation>Ưu tiên chưa xem</translation>
    </message>
    <message>
        <source>The tour “{0}” is kept; there is no screen to show it.</source>
        <translation>Đã lưu vòng quan sát “{0}”; chưa có màn hình để chạy.</translation>
    </message>
    <message>
        <source>The tour “{0}” goes over {1} cameras on {2}.</source>
        <translation>Vòng quan sát “{0}” chạy qua {1} camera trên {2}.</translation>
    </message>
</context>
<context>
    <name>BookmarkDetail</name>
    <message>
        <source>What happened?</source>
        <translation>Đã xảy ra chuyện gì?</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>market, traffic…</source>
        <translation>chợ, giao thông…</translation>
    </message>
    <message>
        <source>Show camera</source>
        <translation>Đưa lên tường</translation>
    </message>
    <message>
        <source>On the wall (Enter)</source>
        <translation>Lên màn hình đang chọn (Enter)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>The picture (Ctrl+C)</source>
        <translation>Sao chép ảnh (Ctrl+C)</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Lưu ảnh…</translation>
    </message>
    <message>
        <source>The picture as a file (Ctrl+S)</source>
        <translation>Lưu ảnh thành tệp (Ctrl+S)</translation>
    </message>
    <message>
        <source>camera's clock {0}</source>
        <translation>đồng hồ camera lệch {0}</translation>
    </message>
    <message>
        <source>A note has at most {0} characters, this one has {1}: it is not kept yet.</source>
        <translation>Ghi chú dài tối đa {0} ký tự, ghi chú này có {1}: chưa được lưu.</translation>
    </message>
</context>
<context>
    <name>BookmarkPicture</name>
    <message>
        <source>The picture cannot be read.</source>
        <translation>Không đọc được ảnh.</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Không có ảnh</translation>
    </message>
</context>
<context>
    <name>BookmarkDesk</name>
    <message>
        <source>Camera {0} is not there any more, or cannot be shown.</source>
        <translation>Camera {0} không còn nữa hoặc không xem được.</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>Đã sao chép ảnh.</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>Đã lưu thành {0}.</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Lưu ảnh</translation>
    </message>
</context>
<context>
    <name>BookmarksPage</name>
    <message>
        <source>Find a bookmark: note, tag, camera, site…</source>
        <translation>Tìm đánh dấu: ghi chú, nhãn, camera, địa điểm…</translation>
    </message>
    <message>
        <source>Find a bookmark</source>
        <translation>Tìm đánh dấu</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>The selected bookmarks (Del)</source>
        <translation>Xóa các đánh dấu đã chọn (Del)</translation>
    </message>
    <message>
        <source>Bookmarks will stand here: press B on a picture of the wall to keep the moment.</source>
        <translation>Các đánh dấu sẽ hiện ở đây: nhấn B trên một hình của tường để lưu khoảnh khắc.</translation>
    </message>
    <message>
        <source>No bookmark is found.</source>
        <translation>Không tìm thấy đánh dấu nào.</translation>
    </message>
    <message>
        <source>{0} bookmarks, the newest first</source>
        <translation>{0} đánh dấu, mới nhất trước</translation>
    </message>
    <message>
        <source>Undo: {0} bookmarks removed</source>
        <translation>Hoàn tác: đã xóa {0} đánh dấu</translation>
    </message>
    <message>
        <source>{0} bookmarks are back.</source>
        <translation>Đã khôi phục {0} đánh dấu.</translation>
    </message>
</context>
<context>
    <name>Everything</name>
    <message>
        <source>Enter: on the screen in hand · Ctrl+Enter: in the console</source>
        <translation>Enter: lên màn hình đang chọn · Ctrl+Enter: mở trong bảng điều khiển</translation>
    </message>
</context>
<context>
    <name>PaletteSheet</name>
    <message>
        <source>Camera, view, tour, site, screen or what is to be done…</source>
        <translation>Camera, khung nhìn, vòng quan sát, địa điểm, màn hình hoặc việc cần làm…</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Tìm mọi thứ</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>Không có gì tên như vậy.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>camera</source>
        <translation>camera</translation>
    </message>
    <message>
        <source>view</source>
        <translation>khung nhìn</translation>
    </message>
    <message>
        <source>tour</source>
        <translation>vòng quan sát</translation>
    </message>
    <message>
        <source>site</source>
        <translation>địa điểm</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>màn hình</translation>
    </message>
    <message>
        <source>do</source>
        <translation>lệnh</translation>
    </message>
    <message>
        <source>Screen {0}</source>
        <translation>Màn hình {0}</translation>
    </message>
</context>
<context>
    <name>KeyCatcher</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>This key cannot be used.</source>
        <translation>Không dùng được phím này.</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Enter changes the keys of a line, Insert adds one, Del takes them away.</source>
        <translation>Enter đổi phím của dòng, Insert thêm phím, Del bỏ phím.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Đổi…</translation>
    </message>
    <message>
        <source>Other keys for the selected line (Enter)</source>
        <translation>Đổi phím cho dòng đã chọn (Enter)</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Thêm…</translation>
    </message>
    <message>
        <source>One more key for the selected line (Insert)</source>
        <translation>Thêm một phím cho dòng đã chọn (Insert)</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Mặc định</translation>
    </message>
    <message>
        <source>The usual keys for the selected lines</source>
        <translation>Phím mặc định cho các dòng đã chọn</translation>
    </message>
    <message>
        <source>All usual</source>
        <translation>Tất cả mặc định</translation>
    </message>
    <message>
        <source>The usual keys for everything</source>
        <translation>Phím mặc định cho mọi lệnh</translation>
    </message>
    <message>
        <source>Press one more key for “{0}”. Esc leaves it as it is.</source>
        <translation>Nhấn thêm một phím cho “{0}”. Esc để giữ nguyên.</translation>
    </message>
    <message>
        <source>Press the keys for “{0}”. Esc leaves them as they are.</source>
        <translation>Nhấn phím mới cho “{0}”. Esc để giữ nguyên.</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>đã đổi</translation>
    </message>
    <message>
        <source>{0} is for “{1}” already.</source>
        <translation>{0} đang dùng cho “{1}”.</translation>
    </message>
    <message>
        <source>{0} is needed for typing.</source>
        <translation>{0} cần cho việc gõ số và chữ.</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Tường</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Bảng điều khiển</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Cửa sổ</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Phím</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Lưu ý</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Bản đồ</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Note and #tags – Enter keeps them</source>
        <translation>Ghi chú và #nhãn – Enter để lưu</translation>
    </message>
    <message>
        <source>Bookmarked. Note and #tags – Enter keeps them</source>
        <translation>Đã đánh dấu. Ghi chú và #nhãn – Enter để lưu</translation>
    </message>
</context>
<context>
    <name>DisplayLabels</name>
    <message>
        <source>Screen {0}</source>
        <translation>Màn hình {0}</translation>
    </message>
</context>
<context>
    <name>ScreensDesk</name>
    <message>
        <source>Number {0} is screen {1}'s already.</source>
        <translation>Số {0} đã là của màn hình {1}.</translation>
    </message>
    <message>
        <source>Screen {0}</source>
        <translation>Màn hình {0}</translation>
    </message>
    <message>
        <source>Screen {0} is removed; Ctrl+Z brings it back.</source>
        <translation>Đã xóa màn hình {0}; Ctrl+Z lấy lại.</translation>
    </message>
    <message>
        <source>This display is bound to screen {0} already.</source>
        <translation>Màn hình vật lý này đã gắn với màn hình {0}.</translation>
    </message>
</context>
<context>
    <name>CellChooser</name>
    <message>
        <source>Hotspot: whatever camera is selected</source>
        <translation>Điểm nóng: camera đang được chọn</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Số giây</translation>
    </message>
    <message>
        <source>Select several cameras, or a site, in the tree first.</source>
        <translation>Hãy chọn vài camera, hoặc một điểm, trong cây trước.</translation>
    </message>
    <message>
        <source>s each</source>
        <translation>giây mỗi camera</translation>
    </message>
    <message>
        <source>{0} cameras in turn</source>
        <translation>{0} camera lần lượt</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>The wall goes on; what it shows cannot be kept yet, and is tried again. {0}</source>
        <translation>Tường vẫn chạy; trạng thái chưa lưu được, sẽ thử lại. {0}</translation>
    </message>
    <message>
        <source>Something that was kept cannot be read; the rest is there. {0}</source>
        <translation>Có phần đã lưu không đọc được; phần còn lại vẫn có. {0}</translation>
    </message>
    <message>
        <source>Nothing was changed. {0}</source>
        <translation>Chưa thay đổi gì. {0}</translation>
    </message>
</context>
<context>
    <name>BudgetGauge</name>
    <message>
        <source>decoding {0} %</source>
        <translation>giải mã {0} %</translation>
    </message>
    <message>
        <source>{0} reduced</source>
        <translation>{0} hình giảm bớt</translation>
    </message>
    <message>
        <source>{0} of {1} processor cores</source>
        <translation>{0} trên {1} nhân xử lý</translation>
    </message>
    <message>
        <source>{0} MB of memory</source>
        <translation>{0} MB bộ nhớ</translation>
    </message>
    <message>
        <source>{0} Mbit/s from the network</source>
        <translation>{0} Mbit/s từ mạng</translation>
    </message>
    <message>
        <source>This computer has too much to do: {0} pictures are shown with less. Show fewer at once.</source>
        <translation>Máy này đang quá tải: {0} hình được hiện giảm bớt. Hãy hiện ít hình hơn cùng lúc.</translation>
    </message>
    <message>
        <source>chosen view: {0} %</source>
        <translation>khung nhìn đang chọn: {0} %</translation>
    </message>
    <message>
        <source>chosen view: {0} %, {1} reduced</source>
        <translation>khung nhìn đang chọn: {0} %, {1} hình giảm bớt</translation>
    </message>
    <message>
        <source>of it {0} for small pictures, which wait for the wall</source>
        <translation>trong đó {0} cho ảnh nhỏ, luôn nhường tường hình</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>main stream {0}</source>
        <translation>luồng chính {0}</translation>
    </message>
    <message>
        <source>sub-stream {0}</source>
        <translation>luồng phụ {0}</translation>
    </message>
    <message>
        <source>damaged {0} %</source>
        <translation>hỏng {0} %</translation>
    </message>
    <message>
        <source>delay {0}</source>
        <translation>trễ {0}</translation>
    </message>
    <message>
        <source>clock {0}</source>
        <translation>đồng hồ {0}</translation>
    </message>
    <message>
        <source>format {0}</source>
        <translation>định dạng {0}</translation>
    </message>
    <message>
        <source>transport {0}</source>
        <translation>truyền {0}</translation>
    </message>
    <message>
        <source>decoder {0}</source>
        <translation>giải mã {0}</translation>
    </message>
    <message>
        <source>asked for {0}</source>
        <translation>yêu cầu {0}</translation>
    </message>
    <message>
        <source>stream {0} of {1}: {2}</source>
        <translation>luồng {0}/{1}: {2}</translation>
    </message>
    <message>
        <source>said to be {0}</source>
        <translation>khai báo là {0}</translation>
    </message>
    <message>
        <source>decoding: software — {0}</source>
        <translation>giải mã: phần mềm — {0}</translation>
    </message>
    <message>
        <source>decoding: hardware — {0}</source>
        <translation>giải mã: phần cứng — {0}</translation>
    </message>
    <message>
        <source>decoding: {0}</source>
        <translation>giải mã: {0}</translation>
    </message>
</context>
<context>
    <name>End</name>
    <message>
        <source>stopped by hand</source>
        <translation>được dừng bằng tay</translation>
    </message>
    <message>
        <source>it reached the longest that is allowed</source>
        <translation>đã dài đến mức cho phép</translation>
    </message>
    <message>
        <source>the program was closed</source>
        <translation>chương trình đã đóng</translation>
    </message>
    <message>
        <source>the program was cut off; what was written until then is kept</source>
        <translation>chương trình bị ngắt giữa chừng; phần đã ghi đến lúc đó vẫn còn</translation>
    </message>
    <message>
        <source>it was stopped before the disk was full</source>
        <translation>được dừng trước khi đĩa đầy</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>đĩa đã đầy</translation>
    </message>
    <message>
        <source>the folder for recordings is gone</source>
        <translation>thư mục ghi hình không còn</translation>
    </message>
    <message>
        <source>the folder for recordings cannot be written to</source>
        <translation>không ghi được vào thư mục ghi hình</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>đĩa không trả lời</translation>
    </message>
    <message>
        <source>the disk failed</source>
        <translation>đĩa bị lỗi</translation>
    </message>
    <message>
        <source>the camera sent nothing</source>
        <translation>camera không gửi gì</translation>
    </message>
</context>
<context>
    <name>Hitch</name>
    <message>
        <source>waiting for the camera</source>
        <translation>đang chờ camera</translation>
    </message>
    <message>
        <source>the disk is too slow: pictures are missing</source>
        <translation>đĩa quá chậm: thiếu hình</translation>
    </message>
    <message>
        <source>the decoder stopped: the recording goes on in a moment</source>
        <translation>bộ giải mã đã dừng: sẽ ghi tiếp ngay</translation>
    </message>
</context>
<context>
    <name>Recordings</name>
    <message>
        <source>being recorded</source>
        <translation>đang ghi</translation>
    </message>
    <message>
        <source>the files are gone</source>
        <translation>các tệp không còn</translation>
    </message>
    <message>
        <source>{0} s are missing</source>
        <translation>thiếu {0} giây</translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation>{0} tệp</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Play, and pause (Space)</source>
        <translation>Phát, và dừng (Space)</translation>
    </message>
    <message>
        <source>One picture back (,)</source>
        <translation>Lùi một hình (,)</translation>
    </message>
    <message>
        <source>One picture on (.)</source>
        <translation>Tiến một hình (.)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tốc độ</translation>
    </message>
    <message>
        <source>Speed (+ and −)</source>
        <translation>Tốc độ (+ và −)</translation>
    </message>
    <message>
        <source>This film cannot be played.</source>
        <translation>Không phát được đoạn phim này.</translation>
    </message>
</context>
<context>
    <name>RecordingDetail</name>
    <message>
        <source>End recording</source>
        <translation>Dừng ghi</translation>
    </message>
    <message>
        <source>Copy to…</source>
        <translation>Chép vào…</translation>
    </message>
    <message>
        <source>The selected ones (Ctrl+S)</source>
        <translation>Các bản ghi đang chọn (Ctrl+S)</translation>
    </message>
    <message>
        <source>Show camera</source>
        <translation>Hiện camera</translation>
    </message>
    <message>
        <source>On the wall (Ctrl+Enter)</source>
        <translation>Lên màn hình ghép (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Where its files are</source>
        <translation>Nơi chứa các tệp của nó</translation>
    </message>
    <message>
        <source>The files are gone.</source>
        <translation>Các tệp không còn.</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Chưa ghi được gì.</translation>
    </message>
    <message>
        <source>camera's clock {0}</source>
        <translation>đồng hồ camera {0}</translation>
    </message>
</context>
<context>
    <name>RecordingDesk</name>
    <message>
        <source>Camera {0} is not there any more, or cannot be shown.</source>
        <translation>Camera {0} không còn, hoặc không hiện được.</translation>
    </message>
    <message>
        <source>Copying to {0}…</source>
        <translation>Đang chép vào {0}…</translation>
    </message>
    <message>
        <source>The files are on the clipboard: paste them into a folder.</source>
        <translation>Các tệp đã ở bộ nhớ tạm: hãy dán vào một thư mục.</translation>
    </message>
    <message>
        <source>This folder cannot be opened: {0}</source>
        <translation>Không mở được thư mục này: {0}</translation>
    </message>
    <message>
        <source>{0} files copied to {1}.</source>
        <translation>Đã chép {0} tệp vào {1}.</translation>
    </message>
    <message>
        <source>Copy the recordings to</source>
        <translation>Chép các bản ghi vào</translation>
    </message>
</context>
<context>
    <name>RecordingsPage</name>
    <message>
        <source>It is still being recorded: end that first.</source>
        <translation>Camera này đang được ghi: hãy dừng ghi trước.</translation>
    </message>
    <message>
        <source>Find a recording: camera, site, day…</source>
        <translation>Tìm bản ghi: camera, địa điểm, ngày…</translation>
    </message>
    <message>
        <source>Find a recording</source>
        <translation>Tìm bản ghi</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>The selected recordings (Del)</source>
        <translation>Các bản ghi đang chọn (Del)</translation>
    </message>
    <message>
        <source>Recordings will stand here: press Shift+R on a picture of the wall to record its camera.</source>
        <translation>Các bản ghi sẽ nằm ở đây: nhấn Shift+R trên một hình của màn hình ghép để ghi camera đó.</translation>
    </message>
    <message>
        <source>No recording is found.</source>
        <translation>Không tìm thấy bản ghi nào.</translation>
    </message>
    <message>
        <source>{0} recordings, {1}, the newest first</source>
        <translation>{0} bản ghi, {1}, mới nhất ở trên</translation>
    </message>
    <message>
        <source>Undo: {0} recordings removed, {1}</source>
        <translation>Hoàn tác: đã xóa {0} bản ghi, {1}</translation>
    </message>
    <message>
        <source>Their files are deleted when others are removed, or after a day.</source>
        <translation>Các tệp sẽ bị xóa hẳn khi xóa bản ghi khác, hoặc sau một ngày.</translation>
    </message>
    <message>
        <source>{0} recordings are back.</source>
        <translation>{0} bản ghi đã trở lại.</translation>
    </message>
</context>
<context>
    <name>Replay</name>
    <message>
        <source>REPLAY</source>
        <translation>XEM LẠI</translation>
    </message>
    <message>
        <source>halted</source>
        <translation>đã dừng</translation>
    </message>
    <message>
        <source>No picture is kept before {0}</source>
        <translation>Không còn giữ hình trước {0}</translation>
    </message>
    <message>
        <source>No picture was kept at this moment</source>
        <translation>Không giữ được hình lúc này</translation>
    </message>
    <message>
        <source>No picture of this camera is kept</source>
        <translation>Không giữ hình nào của camera này</translation>
    </message>
    <message>
        <source>At most {0} cameras can be replayed at once</source>
        <translation>Chỉ xem lại được tối đa {0} camera cùng lúc</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Xem lại</translation>
    </message>
    <message>
        <source>Back 10 seconds</source>
        <translation>Lùi 10 giây</translation>
    </message>
    <message>
        <source>Back a minute</source>
        <translation>Lùi 1 phút</translation>
    </message>
    <message>
        <source>Back 5 minutes</source>
        <translation>Lùi 5 phút</translation>
    </message>
    <message>
        <source>On 10 seconds</source>
        <translation>Tiến 10 giây</translation>
    </message>
    <message>
        <source>On a minute</source>
        <translation>Tiến 1 phút</translation>
    </message>
    <message>
        <source>Former picture</source>
        <translation>Hình trước</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Hình sau</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Chậm hơn</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Nhanh hơn</translation>
    </message>
    <message>
        <source>Halt the picture, and go on</source>
        <translation>Dừng hình, và chạy tiếp</translation>
    </message>
    <message>
        <source>Live again</source>
        <translation>Trở về trực tiếp</translation>
    </message>
    <message>
        <source>Replay all cameras of this screen in step</source>
        <translation>Xem lại đồng bộ mọi camera của màn hình này</translation>
    </message>
    <message>
        <source>This camera along with them, and not</source>
        <translation>Thêm camera này vào xem lại đồng bộ, hoặc bỏ ra</translation>
    </message>
</context>
<context>
    <name>ReplayBar</name>
    <message>
        <source>−5 min</source>
        <translation>−5 phút</translation>
    </message>
    <message>
        <source>−1 min</source>
        <translation>−1 phút</translation>
    </message>
    <message>
        <source>−10 s</source>
        <translation>−10 giây</translation>
    </message>
    <message>
        <source>+10 s</source>
        <translation>+10 giây</translation>
    </message>
    <message>
        <source>Further back</source>
        <translation>Lùi thêm</translation>
    </message>
    <message>
        <source>Further on</source>
        <translation>Tiến thêm</translation>
    </message>
    <message>
        <source>Halt, and go on</source>
        <translation>Dừng, và chạy tiếp</translation>
    </message>
    <message>
        <source>Former picture</source>
        <translation>Hình trước</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Hình sau</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Chậm hơn</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Nhanh hơn</translation>
    </message>
    <message>
        <source>All cameras of this screen in step</source>
        <translation>Đồng bộ mọi camera của màn hình này</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Trực tiếp</translation>
    </message>
    <message>
        <source>Back to what comes now</source>
        <translation>Trở về hình đang đến</translation>
    </message>
    <message>
        <source>{0} cameras</source>
        <translation>{0} camera</translation>
    </message>
</context>
<context>
    <name>KeptPage</name>
    <message>
        <source>Only camera {0}</source>
        <translation>Chỉ camera {0}</translation>
    </message>
</context>
<context>
    <name>NoHardware</name>
    <message>
        <source>nobody has looked yet</source>
        <translation>chưa tìm</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>đã tắt</translation>
    </message>
    <message>
        <source>this computer has no graphics device</source>
        <translation>máy không có thiết bị đồ họa</translation>
    </message>
    <message>
        <source>this user may not use the graphics device</source>
        <translation>người dùng này không được phép dùng thiết bị đồ họa</translation>
    </message>
    <message>
        <source>the library VA-API is not installed</source>
        <translation>chưa cài thư viện VA-API</translation>
    </message>
    <message>
        <source>the graphics device has no driver that works</source>
        <translation>thiết bị đồ họa không có trình điều khiển hoạt động</translation>
    </message>
    <message>
        <source>the graphics device decodes neither H.264 nor H.265</source>
        <translation>thiết bị đồ họa không giải mã H.264 và H.265</translation>
    </message>
    <message>
        <source>libVLC lacks the plugin for it</source>
        <translation>libVLC thiếu thành phần để dùng thiết bị đồ họa</translation>
    </message>
    <message>
        <source>the program that looked for it broke down</source>
        <translation>chương trình tìm thiết bị đồ họa bị lỗi</translation>
    </message>
    <message>
        <source>the graphics device gave no pictures</source>
        <translation>thiết bị đồ họa không cho ra hình</translation>
    </message>
    <message>
        <source>a decoder broke down that used the graphics device</source>
        <translation>tiến trình giải mã bằng thiết bị đồ họa bị hỏng</translation>
    </message>
    <message>
        <source>the graphics device gave no pictures of this camera</source>
        <translation>thiết bị đồ họa không cho ra hình của camera này</translation>
    </message>
    <message>
        <source>for a small picture the processor is cheaper</source>
        <translation>hình nhỏ giải mã bằng bộ xử lý đỡ tốn hơn</translation>
    </message>
    <message>
        <source>the graphics device does not take this stream</source>
        <translation>thiết bị đồ họa không nhận luồng này</translation>
    </message>
</context>
<context>
    <name>ReplayPage</name>
    <message>
        <source>Go on for windows that nobody sees</source>
        <translation>Vẫn lưu cho cửa sổ không ai nhìn thấy</translation>
    </message>
    <message>
        <source>That is how it is kept already.</source>
        <translation>Đã lưu như vậy rồi.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Write it down (Enter)</source>
        <translation>Ghi lại (Enter)</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Mặc định</translation>
    </message>
    <message>
        <source>The usual values</source>
        <translation>Các giá trị mặc định</translation>
    </message>
    <message>
        <source>The last minutes of every camera on the wall, to be looked at again.</source>
        <translation>Những phút gần nhất của mọi camera trên tường, để xem lại.</translation>
    </message>
    <message>
        <source>Set by an option or the environment of this start, which go before: {0}</source>
        <translation>Lần khởi động này đặt bằng tùy chọn hoặc biến môi trường, được ưu tiên hơn: {0}</translation>
    </message>
    <message>
        <source>Kept. It is in force from the next start on.</source>
        <translation>Đã lưu. Có hiệu lực từ lần khởi động sau.</translation>
    </message>
    <message>
        <source>The oldest goes when it is full, or older than that.</source>
        <translation>Phần cũ nhất bị bỏ khi đầy hoặc cũ hơn mức này.</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Số phút</translation>
    </message>
    <message>
        <source>0: nothing is kept.</source>
        <translation>0: không lưu gì.</translation>
    </message>
    <message>
        <source>Memory, MB</source>
        <translation>Bộ nhớ, MB</translation>
    </message>
    <message>
        <source>For all cameras together.</source>
        <translation>Cho tất cả camera cộng lại.</translation>
    </message>
    <message>
        <source>Disk, MB</source>
        <translation>Ổ đĩa, MB</translation>
    </message>
    <message>
        <source>For what memory has no room for. 0: memory only.</source>
        <translation>Cho phần bộ nhớ không còn chỗ. 0: chỉ dùng bộ nhớ.</translation>
    </message>
    <message>
        <source>Minutes: a number from 0 to {0}, not “{1}”.</source>
        <translation>Số phút: một số từ 0 đến {0}, không phải “{1}”.</translation>
    </message>
    <message>
        <source>Memory: a whole number of MB from {0} on, not “{1}”.</source>
        <translation>Bộ nhớ: số MB nguyên từ {0} trở lên, không phải “{1}”.</translation>
    </message>
    <message>
        <source>Disk: 0, or a whole number of MB from {0} on, not “{1}”.</source>
        <translation>Ổ đĩa: 0, hoặc số MB nguyên từ {0} trở lên, không phải “{1}”.</translation>
    </message>
    <message>
        <source>How much is kept is in force at once; what is switched on or off, from the next start on.</source>
        <translation>Mức lưu có hiệu lực ngay; còn việc bật hay tắt có hiệu lực từ lần khởi động sau.</translation>
    </message>
    <message>
        <source>Kept, and in force.</source>
        <translation>Đã lưu, có hiệu lực ngay.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Picture of {0}, {1} old, {2}</source>
        <translation>Hình lúc {0}, cách đây {1}, {2}</translation>
    </message>
    <message>
        <source>The very same picture since {0}</source>
        <translation>Vẫn y một hình từ {0}</translation>
    </message>
    <message>
        <source>a single picture</source>
        <translation>ảnh chụp đơn</translation>
    </message>
    <message>
        <source>from its stream</source>
        <translation>lấy từ luồng hình</translation>
    </message>
    <message>
        <source>from the wall</source>
        <translation>lấy từ tường hình</translation>
    </message>
    <message>
        <source>no picture yet</source>
        <translation>chưa có hình</translation>
    </message>
</context>
<context>
    <name>OverviewBar</name>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>Hiện hết</translation>
    </message>
    <message>
        <source>As large as all of them can be (0)</source>
        <translation>To nhất có thể mà vẫn thấy hết (0)</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Cần chú ý</translation>
    </message>
    <message>
        <source>Only these cameras</source>
        <translation>Chỉ những camera này</translation>
    </message>
    <message>
        <source>Only these: number, name, ward…</source>
        <translation>Chỉ hiện: số, tên, phường…</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Thứ tự</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>Cỡ hình</translation>
    </message>
    <message>
        <source>Size of the pictures (Ctrl+wheel, + and −)</source>
        <translation>Cỡ hình (Ctrl+lăn chuột, + và −)</translation>
    </message>
    <message>
        <source>Whole window</source>
        <translation>Cả cửa sổ</translation>
    </message>
    <message>
        <source>Without the panels beside it (W)</source>
        <translation>Ẩn các bảng bên cạnh (W)</translation>
    </message>
    <message>
        <source>by number</source>
        <translation>theo số</translation>
    </message>
    <message>
        <source>by ward</source>
        <translation>theo phường</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>tệ nhất trước</translation>
    </message>
    <message>
        <source>Lost or faulty</source>
        <translation>Mất, lỗi</translation>
    </message>
    <message>
        <source>No new picture</source>
        <translation>Thiếu hình</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>All cameras of the city will stand here, each with its picture.</source>
        <translation>Mọi camera của thành phố sẽ hiện ở đây, mỗi camera một hình.</translation>
    </message>
    <message>
        <source>Find devices…</source>
        <translation>Tìm thiết bị…</translation>
    </message>
    <message>
        <source>No camera is like that now.</source>
        <translation>Lúc này không có camera nào như vậy.</translation>
    </message>
    <message>
        <source>Nothing of it can be shown: no stream is known.</source>
        <translation>Không hiện được: chưa biết luồng hình nào.</translation>
    </message>
    <message>
        <source>On screen {0}: {1}</source>
        <translation>Trên màn hình {0}: {1}</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Hiện tất cả</translation>
    </message>
    <message>
        <source>There is no screen yet: make one on the Screens page.</source>
        <translation>Chưa có màn hình: tạo ở trang Màn hình.</translation>
    </message>
    <message>
        <source>{0} cameras</source>
        <translation>{0} camera</translation>
    </message>
    <message>
        <source>{0} cameras, {1} lost</source>
        <translation>{0} camera, mất {1}</translation>
    </message>
    <message>
        <source>{1} cameras are on screen {0}.</source>
        <translation>{1} camera đã lên màn hình {0}.</translation>
    </message>
</context>
<context>
    <name>OverviewView</name>
    <message>
        <source>All cameras in small</source>
        <translation>Mọi camera thu nhỏ</translation>
    </message>
    <message>
        <source>Without a ward</source>
        <translation>Chưa rõ phường</translation>
    </message>
</context>
<context>
    <name>Short</name>
    <message>
        <source>{0}s</source>
        <translation>{0}s</translation>
    </message>
    <message>
        <source>{0}m</source>
        <translation>{0}ph</translation>
    </message>
    <message>
        <source>{0}h</source>
        <translation>{0}g</translation>
    </message>
    <message>
        <source>{0}d</source>
        <translation>{0}ng</translation>
    </message>
</context>
<context>
    <name>MapWindow</name>
    <message>
        <source>Map</source>
        <translation>Bản đồ</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Map of the city</source>
        <translation>Bản đồ thành phố</translation>
    </message>
    <message>
        <source>Whole city</source>
        <translation>Toàn thành phố</translation>
    </message>
    <message>
        <source>Put it on the screen in hand</source>
        <translation>Đưa lên màn hình đang chọn</translation>
    </message>
    <message>
        <source>Let it call for attention again</source>
        <translation>Cho báo hiệu trở lại</translation>
    </message>
    <message>
        <source>Mute it on the map</source>
        <translation>Tắt báo hiệu trên bản đồ</translation>
    </message>
</context>
<context>
    <name>MapBar</name>
    <message>
        <source>Further away (−)</source>
        <translation>Thu nhỏ (−)</translation>
    </message>
    <message>
        <source>Closer (+)</source>
        <translation>Phóng to (+)</translation>
    </message>
    <message>
        <source>Whole city</source>
        <translation>Toàn thành phố</translation>
    </message>
    <message>
        <source>Show all cameras (Home)</source>
        <translation>Hiện mọi camera (Home)</translation>
    </message>
    <message>
        <source>Own window</source>
        <translation>Cửa sổ riêng</translation>
    </message>
    <message>
        <source>The map in a window of its own, for any screen</source>
        <translation>Bản đồ trong một cửa sổ riêng, đặt trên màn hình nào cũng được</translation>
    </message>
</context>
<context>
    <name>NothingPlaced</name>
    <message>
        <source>No camera has a place on the map yet.</source>
        <translation>Chưa có camera nào có vị trí trên bản đồ.</translation>
    </message>
    <message>
        <source>Read places from a table…</source>
        <translation>Đọc vị trí từ bảng…</translation>
    </message>
    <message>
        <source>The cameras of the city will stand here, each in its place.</source>
        <translation>Các camera của thành phố sẽ đứng ở đây, mỗi camera đúng vị trí của nó.</translation>
    </message>
    <message>
        <source>Find devices…</source>
        <translation>Tìm thiết bị…</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>muted</source>
        <translation>đã tắt báo hiệu</translation>
    </message>
    <message>
        <source>well</source>
        <translation>tốt</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>chưa hỏi</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>cần chú ý</translation>
    </message>
    <message>
        <source>shows nothing</source>
        <translation>không có hình</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>mất tín hiệu</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>đã xác nhận</translation>
    </message>
    <message>
        <source>alarm</source>
        <translation>báo động</translation>
    </message>
    <message>
        <source>{0} km</source>
        <translation>{0} km</translation>
    </message>
    <message>
        <source>{0} m</source>
        <translation>{0} m</translation>
    </message>
    <message>
        <source>{0} cameras</source>
        <translation>{0} camera</translation>
    </message>
    <message>
        <source>Draw around the cameras. Esc: leave it</source>
        <translation>Khoanh quanh các camera. Esc: bỏ</translation>
    </message>
    <message>
        <source>Draw the way, or click its corners; a double click ends it. {0} m wide (+ −)</source>
        <translation>Vẽ tuyến đường, hoặc bấm từng góc; bấm đúp để kết thúc. Rộng {0} m (+ −)</translation>
    </message>
    <message>
        <source>{0} cameras · {1} m long · {2} m wide (+ −)</source>
        <translation>{0} camera · dài {1} m · rộng {2} m (+ −)</translation>
    </message>
    <message>
        <source>Live pictures on the map</source>
        <translation>Hình trực tiếp trên bản đồ</translation>
    </message>
    <message>
        <source>Take all pinned pictures away</source>
        <translation>Gỡ mọi hình đã ghim</translation>
    </message>
    <message>
        <source>All cameras in view as a grid on a screen</source>
        <translation>Mọi camera đang thấy thành lưới trên một màn hình</translation>
    </message>
    <message>
        <source>Draw around cameras, to open them</source>
        <translation>Khoanh các camera để mở</translation>
    </message>
    <message>
        <source>Draw a way, to open the cameras along it</source>
        <translation>Vẽ tuyến đường để mở các camera dọc theo</translation>
    </message>
    <message>
        <source>No stream is known of this camera.</source>
        <translation>Chưa biết luồng hình nào của camera này.</translation>
    </message>
    <message>
        <source>{0} pictures are pinned: take one away first.</source>
        <translation>Đã ghim {0} hình: hãy gỡ bớt một hình trước.</translation>
    </message>
    <message>
        <source>Map: in view</source>
        <translation>Bản đồ: đang thấy</translation>
    </message>
    <message>
        <source>Map: drawn around</source>
        <translation>Bản đồ: vùng khoanh</translation>
    </message>
    <message>
        <source>Map: along a way</source>
        <translation>Bản đồ: dọc tuyến</translation>
    </message>
    <message>
        <source>Put it on the wall</source>
        <translation>Đưa lên tường</translation>
    </message>
    <message>
        <source>Take the picture away</source>
        <translation>Gỡ hình</translation>
    </message>
    <message>
        <source>Pin its live picture</source>
        <translation>Ghim hình trực tiếp</translation>
    </message>
    <message>
        <source>All {0} as a grid on a screen</source>
        <translation>Cả {0} camera thành lưới trên một màn hình</translation>
    </message>
    <message>
        <source>{0}: new tiles come again</source>
        <translation>{0}: đã lại nhận được ô bản đồ mới</translation>
    </message>
    <message>
        <source>{0}: {1}. What is kept of it is shown.</source>
        <translation>{0}: {1}. Đang dùng phần đã lưu.</translation>
    </message>
    <message>
        <source>Pin the picture under the pointer, or what is chosen; again: take it away</source>
        <translation>Ghim hình dưới con trỏ, hoặc các camera đang chọn; lần nữa: gỡ ra</translation>
    </message>
    <message>
        <source>Put the pointer on a camera first, or choose one.</source>
        <translation>Hãy đặt con trỏ lên một camera trước, hoặc chọn một camera.</translation>
    </message>
    <message>
        <source>At most {0} pictures can be pinned: choose fewer cameras.</source>
        <translation>Ghim được nhiều nhất {0} hình: hãy chọn ít camera hơn.</translation>
    </message>
    <message>
        <source>alarms muted: {0}</source>
        <translation>tắt báo động: {0}</translation>
    </message>
</context>
<context>
    <name>Follow</name>
    <message>
        <source>to the north</source>
        <translation>về phía bắc</translation>
    </message>
    <message>
        <source>to the north-east</source>
        <translation>về phía đông bắc</translation>
    </message>
    <message>
        <source>to the east</source>
        <translation>về phía đông</translation>
    </message>
    <message>
        <source>to the south-east</source>
        <translation>về phía đông nam</translation>
    </message>
    <message>
        <source>to the south</source>
        <translation>về phía nam</translation>
    </message>
    <message>
        <source>to the south-west</source>
        <translation>về phía tây nam</translation>
    </message>
    <message>
        <source>to the west</source>
        <translation>về phía tây</translation>
    </message>
    <message>
        <source>to the north-west</source>
        <translation>về phía tây bắc</translation>
    </message>
    <message>
        <source>{0}: {1}, {2} m</source>
        <translation>{0}: {1}, cách {2} m</translation>
    </message>
    <message>
        <source>No camera {0} within {1} km</source>
        <translation>Không có camera {0} trong vòng {1} km</translation>
    </message>
    <message>
        <source>No camera around {0} within {1} km, or nobody has said where it stands</source>
        <translation>Không có camera nào quanh {0} trong vòng {1} km, hoặc chưa có vị trí của camera này</translation>
    </message>
    <message>
        <source>Choose a picture first.</source>
        <translation>Hãy chọn một hình trước.</translation>
    </message>
    <message>
        <source>Follow a subject</source>
        <translation>Theo dấu đối tượng</translation>
    </message>
    <message>
        <source>The cameras around it; then a direction</source>
        <translation>Các camera xung quanh; rồi chọn hướng</translation>
    </message>
    <message>
        <source>Go on {0}</source>
        <translation>Đi tiếp {0}</translation>
    </message>
</context>
<context>
    <name>CornerButton</name>
    <message>
        <source>Close the picture (Esc)</source>
        <translation>Đóng hình (Esc)</translation>
    </message>
    <message>
        <source>Pin the picture to the map (P)</source>
        <translation>Ghim hình lên bản đồ (P)</translation>
    </message>
</context>
<context>
    <name>ScreenChooser</name>
    <message>
        <source>Screen {0}</source>
        <translation>Màn hình {0}</translation>
    </message>
</context>
<context>
    <name>ToWall</name>
    <message>
        <source>There is no camera there.</source>
        <translation>Ở đó không có camera nào.</translation>
    </message>
    <message>
        <source>There is no screen yet: make one on the Screens page.</source>
        <translation>Chưa có màn hình: tạo ở trang Màn hình.</translation>
    </message>
    <message>
        <source>{0} cameras onto which screen?</source>
        <translation>Đưa {0} camera lên màn hình nào?</translation>
    </message>
    <message>
        <source>On screen {0}: {1} of {2} cameras, the most important ones. Ctrl+Z there takes it back.</source>
        <translation>Trên màn hình {0}: {1} trong {2} camera, những camera quan trọng nhất. Ctrl+Z ở đó để lấy lại.</translation>
    </message>
    <message>
        <source>On screen {0}: {1} cameras. Ctrl+Z there takes it back.</source>
        <translation>Trên màn hình {0}: {1} camera. Ctrl+Z ở đó để lấy lại.</translation>
    </message>
</context>
<context>
    <name>MapKind</name>
    <message>
        <source>MBTiles file</source>
        <translation>tệp MBTiles</translation>
    </message>
    <message>
        <source>PMTiles file</source>
        <translation>tệp PMTiles</translation>
    </message>
    <message>
        <source>folder of tiles</source>
        <translation>thư mục ô bản đồ</translation>
    </message>
    <message>
        <source>tile server</source>
        <translation>máy chủ bản đồ</translation>
    </message>
    <message>
        <source>image</source>
        <translation>ảnh</translation>
    </message>
    <message>
        <source>GeoJSON file</source>
        <translation>tệp GeoJSON</translation>
    </message>
</context>
<context>
    <name>MapFault</name>
    <message>
        <source>there is no such file</source>
        <translation>không có tệp này</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>không đọc được tệp</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>tệp trống</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation>tệp bị hỏng</translation>
    </message>
    <message>
        <source>this is no map that CityWall knows</source>
        <translation>đây không phải là bản đồ mà CityWall đọc được</translation>
    </message>
    <message>
        <source>these are vector tiles: only maps made of pictures can be shown</source>
        <translation>đây là ô bản đồ vectơ: chỉ xem được bản đồ bằng ảnh</translation>
    </message>
    <message>
        <source>its tiles are packed in a way that cannot be unpacked</source>
        <translation>các ô bản đồ được nén theo cách không giải nén được</translation>
    </message>
    <message>
        <source>there is not one tile in it</source>
        <translation>không có ô bản đồ nào trong đó</translation>
    </message>
    <message>
        <source>its tiles cannot be read as pictures</source>
        <translation>không đọc được các ô bản đồ thành ảnh</translation>
    </message>
    <message>
        <source>it is in another projection</source>
        <translation>bản đồ dùng phép chiếu khác</translation>
    </message>
    <message>
        <source>nothing says where on the earth the image lies</source>
        <translation>không có gì cho biết ảnh nằm ở đâu trên mặt đất</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>quá lớn</translation>
    </message>
    <message>
        <source>this is no address of a tile server</source>
        <translation>đây không phải là địa chỉ của máy chủ bản đồ</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>đĩa đã đầy</translation>
    </message>
    <message>
        <source>the tile server cannot be reached</source>
        <translation>không kết nối được với máy chủ bản đồ</translation>
    </message>
    <message>
        <source>the tile server does not answer in time</source>
        <translation>máy chủ bản đồ không trả lời kịp</translation>
    </message>
    <message>
        <source>the tile server refuses to give tiles</source>
        <translation>máy chủ bản đồ từ chối gửi ô bản đồ</translation>
    </message>
    <message>
        <source>the tile server answers with something that is no tile</source>
        <translation>máy chủ bản đồ trả lời bằng thứ không phải ô bản đồ</translation>
    </message>
    <message>
        <source>it was not taken in, as you wished: nothing of it was kept</source>
        <translation>đã dừng thêm theo yêu cầu, không giữ lại gì</translation>
    </message>
</context>
<context>
    <name>BaseMenu</name>
    <message>
        <source>Base map</source>
        <translation>Bản đồ nền</translation>
    </message>
    <message>
        <source>Which map lies under the cameras</source>
        <translation>Bản đồ nằm dưới các camera</translation>
    </message>
    <message>
        <source>Take in a file…</source>
        <translation>Thêm từ tệp…</translation>
    </message>
    <message>
        <source>Take in a folder of tiles…</source>
        <translation>Thêm từ thư mục ô bản đồ…</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>Xóa {0}</translation>
    </message>
    <message>
        <source>{0} is there, and shown now</source>
        <translation>Đã thêm {0}, đang hiển thị</translation>
    </message>
    <message>
        <source>{0} was removed</source>
        <translation>Đã xóa {0}</translation>
    </message>
    <message>
        <source>Take in a tile server…</source>
        <translation>Thêm máy chủ ô bản đồ…</translation>
    </message>
    <message>
        <source>How strong it is…</source>
        <translation>Độ đậm…</translation>
    </message>
</context>
<context>
    <name>LiveBar</name>
    <message>
        <source>Pin</source>
        <translation>Ghim</translation>
    </message>
    <message>
        <source>Pin the live pictures of what is chosen (P)</source>
        <translation>Ghim hình trực tiếp của các camera đang chọn (P)</translation>
    </message>
    <message>
        <source>Grid here</source>
        <translation>Lưới tại đây</translation>
    </message>
    <message>
        <source>All cameras in view on a screen (G)</source>
        <translation>Mọi camera đang thấy lên một màn hình (G)</translation>
    </message>
    <message>
        <source>Open the cameras inside a line (L)</source>
        <translation>Mở các camera trong vùng khoanh (L)</translation>
    </message>
    <message>
        <source>Open the cameras along a way, in order (W)</source>
        <translation>Mở các camera dọc tuyến đường, theo thứ tự (W)</translation>
    </message>
    <message>
        <source>Draw around</source>
        <translation>Khoanh vùng</translation>
    </message>
    <message>
        <source>Along a way</source>
        <translation>Dọc tuyến</translation>
    </message>
    <message>
        <source>Unpin all</source>
        <translation>Gỡ hết ghim</translation>
    </message>
    <message>
        <source>Take all pinned pictures away (Shift+P)</source>
        <translation>Gỡ mọi hình đã ghim (Shift+P)</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Find…</source>
        <translation>Tìm…</translation>
    </message>
    <message>
        <source>Find anything (Ctrl+K)</source>
        <translation>Tìm mọi thứ (Ctrl+K)</translation>
    </message>
    <message>
        <source>What can be done by key (F1)</source>
        <translation>Những việc làm được bằng phím (F1)</translation>
    </message>
</context>
<context>
    <name>Ground</name>
    <message>
        <source>CityWall – a sketch, not to scale</source>
        <translation>CityWall – sơ đồ, không theo tỉ lệ chính xác</translation>
    </message>
</context>
<context>
    <name>PlacingPanel</name>
    <message>
        <source>Placing</source>
        <translation>Đặt vị trí</translation>
    </message>
    <message>
        <source>Drag cameras and sites to where they stand; the filled knob turns a camera, the open ones say how wide it sees. Shift and drag chooses several.</source>
        <translation>Kéo camera và điểm đặt đến đúng chỗ; núm đặc xoay camera, hai núm rỗng chỉnh góc nhìn. Giữ Shift và kéo để chọn nhiều camera.</translation>
    </message>
    <message>
        <source>Keep where they stand</source>
        <translation>Giữ chỗ đang đứng</translation>
    </message>
    <message>
        <source>They stand in the ring of their site: make that their own place</source>
        <translation>Camera đang đứng quanh điểm đặt: lấy đó làm vị trí riêng của camera</translation>
    </message>
    <message>
        <source>Take from the map</source>
        <translation>Bỏ khỏi bản đồ</translation>
    </message>
    <message>
        <source>They have no place of their own then</source>
        <translation>Camera sẽ không còn vị trí riêng</translation>
    </message>
    <message>
        <source>Every camera stands on the map.</source>
        <translation>Mọi camera đều đã có trên bản đồ.</translation>
    </message>
    <message>
        <source>{0} cameras chosen</source>
        <translation>Đã chọn {0} camera</translation>
    </message>
    <message>
        <source>{0} cameras without a place: drag them onto the map</source>
        <translation>{0} camera chưa có vị trí: kéo vào bản đồ</translation>
    </message>
    <message>
        <source>Undo: {0}</source>
        <translation>Hoàn tác: {0}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Nothing can be moved then (Esc)</source>
        <translation>Sau đó không di chuyển được gì nữa (Esc)</translation>
    </message>
    <message>
        <source>{0} sites and {1} cameras without a place: drag them onto the map</source>
        <translation>{0} điểm và {1} camera chưa có vị trí: kéo vào bản đồ</translation>
    </message>
</context>
<context>
    <name>Lengths</name>
    <message>
        <source>{0} km</source>
        <translation>{0} km</translation>
    </message>
    <message>
        <source>{0} m</source>
        <translation>{0} m</translation>
    </message>
</context>
<context>
    <name>SightPanel</name>
    <message>
        <source>All on the wall</source>
        <translation>Tất cả lên tường</translation>
    </message>
    <message>
        <source>Those that see it, the best first</source>
        <translation>Những camera nhìn thấy, rõ nhất trước</translation>
    </message>
    <message>
        <source>On the wall</source>
        <translation>Lên tường</translation>
    </message>
    <message>
        <source>The chosen ones (Enter)</source>
        <translation>Những camera đã chọn (Enter)</translation>
    </message>
    <message>
        <source>Click a spot on the map: here stands which cameras see it, the best first.</source>
        <translation>Bấm vào một chỗ trên bản đồ: ở đây liệt kê camera nhìn thấy chỗ đó, rõ nhất trước.</translation>
    </message>
    <message>
        <source>No camera sees this spot, as far as is known where they stand and look.</source>
        <translation>Theo vị trí và hướng nhìn đã biết, không camera nào thấy chỗ này.</translation>
    </message>
    <message>
        <source>{0} cameras see this spot.</source>
        <translation>{0} camera nhìn thấy chỗ này.</translation>
    </message>
    <message>
        <source>{0} cameras see this spot, {1} could turn to it.</source>
        <translation>{0} camera nhìn thấy chỗ này, {1} camera có thể quay đến.</translation>
    </message>
    <message>
        <source>Who sees this?</source>
        <translation>Camera nào thấy?</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
</context>
<context>
    <name>Sight</name>
    <message>
        <source>to watch</source>
        <translation>đủ để trông chừng</translation>
    </message>
    <message>
        <source>to see a person</source>
        <translation>thấy được người</translation>
    </message>
    <message>
        <source>to see what they do</source>
        <translation>thấy được hành động</translation>
    </message>
    <message>
        <source>to recognise a person</source>
        <translation>nhận ra người quen</translation>
    </message>
    <message>
        <source>to identify a person</source>
        <translation>nhận diện được người</translation>
    </message>
    <message>
        <source>could turn to it</source>
        <translation>có thể quay đến</translation>
    </message>
    <message>
        <source>its place is approximate</source>
        <translation>vị trí gần đúng</translation>
    </message>
</context>
<context>
    <name>FinderPanel</name>
    <message>
        <source>Place, ward, camera or number…</source>
        <translation>Địa điểm, phường, camera hoặc số…</translation>
    </message>
    <message>
        <source>Find on the map</source>
        <translation>Tìm trên bản đồ</translation>
    </message>
    <message>
        <source>Nothing on the map is called so.</source>
        <translation>Trên bản đồ không có gì tên như vậy.</translation>
    </message>
    <message>
        <source>Type without diacritics if you like: the map flies to what you choose.</source>
        <translation>Gõ không dấu cũng được: bản đồ sẽ bay đến chỗ được chọn.</translation>
    </message>
    <message>
        <source>This camera has no place yet: place it on the map (F6).</source>
        <translation>Camera này chưa có vị trí: hãy đặt lên bản đồ (F6).</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
</context>
<context>
    <name>MapPlaces</name>
    <message>
        <source>site</source>
        <translation>điểm đặt</translation>
    </message>
    <message>
        <source>ward</source>
        <translation>phường</translation>
    </message>
    <message>
        <source>landmark</source>
        <translation>địa danh</translation>
    </message>
</context>
<context>
    <name>ViewsPanel</name>
    <message>
        <source>Name of what is seen now</source>
        <translation>Tên cho khung nhìn hiện tại</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>No view of the map is kept yet: go where it is good to look, and keep it.</source>
        <translation>Chưa lưu khung nhìn nào: đưa bản đồ đến chỗ cần nhìn rồi lưu lại.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Bring back: {0}</source>
        <translation>Lấy lại: {0}</translation>
    </message>
    <message>
        <source>Kept views</source>
        <translation>Khung nhìn đã lưu</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
</context>
<context>
    <name>PaperPanel</name>
    <message>
        <source>Map of the city</source>
        <translation>Bản đồ thành phố</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Save as picture or PDF…</source>
        <translation>Lưu thành hình hoặc PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>Save or print</source>
        <translation>Lưu hoặc in</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>What is seen now, with this title, the scale, the date and whose map it is.</source>
        <translation>Khung nhìn hiện tại, kèm tiêu đề này, thước tỉ lệ, ngày giờ và nguồn bản đồ.</translation>
    </message>
</context>
<context>
    <name>PaperDesk</name>
    <message>
        <source>The map is on its way to the printer.</source>
        <translation>Bản đồ đang được gửi đến máy in.</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>Đã lưu thành {0}.</translation>
    </message>
    <message>
        <source>Pictures (*.png);;PDF (*.pdf)</source>
        <translation>Hình (*.png);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the map</source>
        <translation>Lưu bản đồ</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>Máy in không trả lời.</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>Layers</source>
        <translation>Lớp bản đồ</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
</context>
<context>
    <name>MapDesk</name>
    <message>
        <source>The map</source>
        <translation>Bản đồ</translation>
    </message>
    <message>
        <source>Kept view {0}</source>
        <translation>Khung nhìn đã lưu {0}</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Find a place or a camera on the map</source>
        <translation>Tìm địa điểm hoặc camera trên bản đồ</translation>
    </message>
    <message>
        <source>Kept views</source>
        <translation>Khung nhìn</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Đo</translation>
    </message>
    <message>
        <source>Measure a distance on the map</source>
        <translation>Đo khoảng cách trên bản đồ</translation>
    </message>
    <message>
        <source>Who sees this?</source>
        <translation>Camera nào thấy?</translation>
    </message>
    <message>
        <source>Which cameras see a spot of the map</source>
        <translation>Những camera nhìn thấy một chỗ trên bản đồ</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Lớp</translation>
    </message>
    <message>
        <source>Place cameras</source>
        <translation>Đặt camera</translation>
    </message>
    <message>
        <source>Place and turn cameras on the map</source>
        <translation>Đặt vị trí và hướng camera trên bản đồ</translation>
    </message>
    <message>
        <source>Save or print</source>
        <translation>Lưu hoặc in</translation>
    </message>
    <message>
        <source>Move or turn on the map</source>
        <translation>Di chuyển hoặc xoay trên bản đồ</translation>
    </message>
</context>
<context>
    <name>Heat</name>
    <message>
        <source>What was watched</source>
        <translation>Camera đã được xem</translation>
    </message>
    <message>
        <source>The ledger is being read…</source>
        <translation>Đang đọc sổ theo dõi…</translation>
    </message>
    <message>
        <source>Amber: nobody looked; blue: watched. {0} of {1} cameras were seen by nobody.</source>
        <translation>Vàng: không ai xem; xanh: đã xem. {0} trên {1} camera không ai xem.</translation>
    </message>
</context>
<context>
    <name>Outages</name>
    <message>
        <source>Sites that are out</source>
        <translation>Điểm mất tín hiệu</translation>
    </message>
</context>
<context>
    <name>MapOutages</name>
    <message>
        <source>{0} of {1} cameras</source>
        <translation>{0} trên {1} camera</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>Bookmarks</source>
        <translation>Đánh dấu</translation>
    </message>
    <message>
        <source>No bookmark was kept in this time.</source>
        <translation>Trong khoảng này không có đánh dấu nào.</translation>
    </message>
    <message>
        <source>{0} bookmarks, {1} of them of cameras without a place.</source>
        <translation>{0} đánh dấu, {1} của camera chưa có vị trí.</translation>
    </message>
    <message>
        <source>{0} bookmarks</source>
        <translation>{0} đánh dấu</translation>
    </message>
</context>
<context>
    <name>UnitsOverlay</name>
    <message>
        <source>Patrol cars and units</source>
        <translation>Xe tuần tra và lực lượng</translation>
    </message>
    <message>
        <source>tcp://10.0.0.9:2947, http://…/units.geojson, or a file</source>
        <translation>tcp://10.0.0.9:2947, http://…/units.geojson hoặc một tệp</translation>
    </message>
    <message>
        <source>Address of the feed</source>
        <translation>Địa chỉ nguồn vị trí</translation>
    </message>
    <message>
        <source>Type where the positions come from: NMEA 0183 over TCP, or GeoJSON.</source>
        <translation>Nhập nguồn vị trí: NMEA 0183 qua TCP hoặc GeoJSON.</translation>
    </message>
    <message>
        <source>Nothing has come yet.</source>
        <translation>Chưa nhận được gì.</translation>
    </message>
    <message>
        <source>{0} units</source>
        <translation>{0} đơn vị</translation>
    </message>
    <message>
        <source>{0} could not be read</source>
        <translation>{0} bản tin không đọc được</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Theo dõi</translation>
    </message>
</context>
<context>
    <name>FeedTrouble</name>
    <message>
        <source>this is no address of a feed</source>
        <translation>đây không phải địa chỉ của một nguồn vị trí</translation>
    </message>
    <message>
        <source>the feed cannot be reached</source>
        <translation>không kết nối được nguồn vị trí</translation>
    </message>
    <message>
        <source>the feed has been silent for a minute</source>
        <translation>nguồn vị trí im lặng đã một phút</translation>
    </message>
    <message>
        <source>the server does not give it</source>
        <translation>máy chủ không cung cấp</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>không có tệp này</translation>
    </message>
    <message>
        <source>what comes is no GeoJSON of points</source>
        <translation>dữ liệu nhận được không phải GeoJSON các điểm</translation>
    </message>
    <message>
        <source>it is too large: 4 MB at most</source>
        <translation>quá lớn: tối đa 4 MB</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>More tools</source>
        <translation>Công cụ khác</translation>
    </message>
</context>
<context>
    <name>OperatorButton</name>
    <message>
        <source>Who is at the desk: domes are held, asked for and taken over in this name</source>
        <translation>Người đang trực: camera xoay được giữ, xin và giành quyền dưới tên này</translation>
    </message>
    <message>
        <source>Nobody by name</source>
        <translation>Chưa ghi tên</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
</context>
<context>
    <name>OperatorDialog</name>
    <message>
        <source>Who is at the desk</source>
        <translation>Người đang trực</translation>
    </message>
    <message>
        <source>Who is at the desk?</source>
        <translation>Ai đang trực?</translation>
    </message>
    <message>
        <source>Take the desk</source>
        <translation>Nhận ca</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>Domes are held and reserved in this name, and everything is written down in it. Who has a higher rank may take a dome over. What is held now is let go.</source>
        <translation>Camera xoay được giữ và đặt trước dưới tên này, mọi thao tác đều được ghi vào nhật ký. Người có cấp cao hơn được giành quyền điều khiển. Camera đang giữ sẽ được thả ra.</translation>
    </message>
</context>
<context>
    <name>Rank</name>
    <message>
        <source>System</source>
        <translation>Hệ thống</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Khách</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Trực ban viên</translation>
    </message>
    <message>
        <source>Duty officer</source>
        <translation>Trực chỉ huy</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Chỉ huy</translation>
    </message>
</context>
<context>
    <name>Sticks</name>
    <message>
        <source>Pan</source>
        <translation>Quay ngang</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>Quay dọc</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Thu phóng</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>Lấy nét</translation>
    </message>
    <message>
        <source>Pan: push the stick to the right, as far as it goes.</source>
        <translation>Quay ngang: đẩy cần sang phải, hết cỡ.</translation>
    </message>
    <message>
        <source>Tilt: push the stick so that the camera is to look up.</source>
        <translation>Quay dọc: đẩy cần theo chiều muốn camera ngước lên.</translation>
    </message>
    <message>
        <source>Zoom: turn or push what is to bring the picture closer.</source>
        <translation>Thu phóng: xoay hoặc đẩy phần dùng để kéo hình lại gần.</translation>
    </message>
    <message>
        <source>Focus: turn or push what is to focus further away.</source>
        <translation>Lấy nét: xoay hoặc đẩy phần dùng để lấy nét ra xa.</translation>
    </message>
    <message>
        <source>Preset {0}</source>
        <translation>Vị trí đặt sẵn {0}</translation>
    </message>
    <message>
        <source>Next tile</source>
        <translation>Ô kế tiếp</translation>
    </message>
    <message>
        <source>Former tile</source>
        <translation>Ô trước</translation>
    </message>
    <message>
        <source>Home position</source>
        <translation>Về vị trí gốc</translation>
    </message>
    <message>
        <source>Zoom in, while held</source>
        <translation>Phóng to, khi còn giữ</translation>
    </message>
    <message>
        <source>Zoom out, while held</source>
        <translation>Thu nhỏ, khi còn giữ</translation>
    </message>
    <message>
        <source>Focus nearer, while held</source>
        <translation>Lấy nét gần, khi còn giữ</translation>
    </message>
    <message>
        <source>Focus further, while held</source>
        <translation>Lấy nét xa, khi còn giữ</translation>
    </message>
    <message>
        <source>Focus by itself</source>
        <translation>Tự lấy nét</translation>
    </message>
    <message>
        <source>Iris: a step darker</source>
        <translation>Khẩu độ: tối hơn một nấc</translation>
    </message>
    <message>
        <source>Iris: a step brighter</source>
        <translation>Khẩu độ: sáng hơn một nấc</translation>
    </message>
    <message>
        <source>Wiper on, and off</source>
        <translation>Bật, tắt gạt nước</translation>
    </message>
    <message>
        <source>Light on, and off</source>
        <translation>Bật, tắt đèn</translation>
    </message>
    <message>
        <source>{0} axes, {1} buttons</source>
        <translation>{0} trục, {1} nút</translation>
    </message>
    <message>
        <source>No joystick is plugged in. Plug one in: it is found by itself.</source>
        <translation>Chưa cắm cần điều khiển nào. Hãy cắm vào: chương trình tự nhận ra.</translation>
    </message>
    <message>
        <source>Joysticks cannot be read here: the library SDL2 is missing or broken. Run “make demo” once more, which installs it. ({0})</source>
        <translation>Không đọc được cần điều khiển: thiếu thư viện SDL2 hoặc thư viện bị hỏng. Hãy chạy lại “make demo” để cài đặt. ({0})</translation>
    </message>
    <message>
        <source>“{0}” is plugged in, but this account may not read it. As administrator run “usermod -aG input {1}”, then log out and in again.</source>
        <translation>Đã cắm “{0}”, nhưng tài khoản này không có quyền đọc. Với quyền quản trị, hãy chạy “usermod -aG input {1}”, rồi đăng xuất và đăng nhập lại.</translation>
    </message>
    <message>
        <source>What reads joysticks has ended unexpectedly, and is started again. Pull the stick and plug it in once more if it stays so.</source>
        <translation>Phần đọc cần điều khiển đã dừng đột ngột và đang được khởi động lại. Nếu vẫn vậy, hãy rút cần ra rồi cắm lại.</translation>
    </message>
    <message>
        <source>Grey: where the axis is. Bright: what it asks.</source>
        <translation>Nét xám: vị trí của trục. Nét sáng: tốc độ yêu cầu.</translation>
    </message>
    <message>
        <source>This dome has no preset {0}.</source>
        <translation>Camera này không có vị trí đặt sẵn {0}.</translation>
    </message>
    <message>
        <source>This dome has nothing of that kind.</source>
        <translation>Camera này không có chức năng đó.</translation>
    </message>
</context>
<context>
    <name>SettlingBar</name>
    <message>
        <source>Next</source>
        <translation>Tiếp</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Esc: nothing is changed</source>
        <translation>Esc: không thay đổi gì</translation>
    </message>
    <message>
        <source>Let go of the stick and of all levers. Then Next, or Enter.</source>
        <translation>Hãy thả cần và mọi tay gạt. Sau đó bấm Tiếp, hoặc Enter.</translation>
    </message>
    <message>
        <source>Now move everything to all its ends, and let go. Then Next. What is not moved stays as it is.</source>
        <translation>Bây giờ đẩy mọi trục đến hết cỡ về mọi phía, rồi thả ra. Sau đó bấm Tiếp. Trục nào không đẩy thì giữ nguyên.</translation>
    </message>
</context>
<context>
    <name>AxesForm</name>
    <message>
        <source>Inverted</source>
        <translation>Đảo chiều</translation>
    </message>
    <message>
        <source>Axes</source>
        <translation>Các trục</translation>
    </message>
    <message>
        <source>Dead zone</source>
        <translation>Vùng chết</translation>
    </message>
    <message>
        <source>Fineness in the middle</source>
        <translation>Độ mịn ở giữa</translation>
    </message>
    <message>
        <source>By moving…</source>
        <translation>Đẩy để chọn…</translation>
    </message>
    <message>
        <source>Move the stick to show which axis that is</source>
        <translation>Đẩy cần để chỉ ra đó là trục nào</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không</translation>
    </message>
    <message>
        <source>Axis {0}</source>
        <translation>Trục {0}</translation>
    </message>
</context>
<context>
    <name>ButtonList</name>
    <message>
        <source>What the button does</source>
        <translation>Nút này làm gì</translation>
    </message>
    <message>
        <source>Buttons: press one on the stick, then choose what it does</source>
        <translation>Các nút: bấm một nút trên cần, rồi chọn việc cho nút đó</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>không làm gì</translation>
    </message>
    <message>
        <source>Button {0}</source>
        <translation>Nút {0}</translation>
    </message>
</context>
<context>
    <name>SticksPage</name>
    <message>
        <source>Joystick</source>
        <translation>Cần điều khiển</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Find the middle and the ends of each axis</source>
        <translation>Tìm điểm giữa và hai đầu của từng trục</translation>
    </message>
    <message>
        <source>Calibrate…</source>
        <translation>Hiệu chỉnh…</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Mặc định</translation>
    </message>
    <message>
        <source>The usual settings</source>
        <translation>Các thiết lập mặc định</translation>
    </message>
</context>
<context>
    <name>Ptz</name>
    <message>
        <source>No camera can be moved from here</source>
        <translation>Không điều khiển được camera từ đây</translation>
    </message>
    <message>
        <source>{0} looks one way only: it cannot be moved</source>
        <translation>{0} chỉ nhìn một hướng: camera này không quay được</translation>
    </message>
    <message>
        <source>This picture is not live: press End, then move the camera</source>
        <translation>Hình này không phải trực tiếp: nhấn End rồi mới quay camera</translation>
    </message>
    <message>
        <source>This camera takes no places: pull it with the mouse, or use the arrows</source>
        <translation>Camera này không nhận vị trí: hãy kéo bằng chuột hoặc dùng phím mũi tên</translation>
    </message>
    <message>
        <source>PTZ  ·  asking the camera what it can do …</source>
        <translation>PTZ  ·  đang hỏi camera làm được gì …</translation>
    </message>
    <message>
        <source>PTZ  …</source>
        <translation>PTZ  …</translation>
    </message>
    <message>
        <source>PTZ  ·  arrows move, + and − zoom, Shift: faster  ·  Esc leaves</source>
        <translation>PTZ  ·  mũi tên: quay, + và −: thu phóng, Shift: nhanh hơn  ·  Esc: thoát</translation>
    </message>
    <message>
        <source>PTZ  ·  arrows, + and −  ·  Esc leaves</source>
        <translation>PTZ  ·  mũi tên, + và −  ·  Esc: thoát</translation>
    </message>
    <message>
        <source>PTZ  ·  Esc leaves</source>
        <translation>PTZ  ·  Esc: thoát</translation>
    </message>
    <message>
        <source>It has no preset {0}</source>
        <translation>Camera không có vị trí đặt sẵn {0}</translation>
    </message>
    <message>
        <source>system</source>
        <translation>hệ thống</translation>
    </message>
    <message>
        <source>another desk</source>
        <translation>bàn khác</translation>
    </message>
    <message>
        <source>stop not confirmed</source>
        <translation>chưa xác nhận dừng</translation>
    </message>
    <message>
        <source>reserved: {0}, {1}</source>
        <translation>đã giữ: {0}, {1}</translation>
    </message>
    <message>
        <source>held by {0}</source>
        <translation>{0} đang giữ</translation>
    </message>
    <message>
        <source>{0} asks for it</source>
        <translation>{0} xin quyền</translation>
    </message>
    <message>
        <source>{0} asks for {1}: give it or keep it in the PTZ pad (Shift+P)</source>
        <translation>{0} xin quyền điều khiển {1}: nhường hoặc giữ trong bảng PTZ (Shift+P)</translation>
    </message>
    <message>
        <source>patrol halted: {0}</source>
        <translation>tạm dừng tuần tra: {0}</translation>
    </message>
    <message>
        <source>patrol: {0}</source>
        <translation>tuần tra: {0}</translation>
    </message>
    <message>
        <source>goes back</source>
        <translation>đang về chỗ trực</translation>
    </message>
    <message>
        <source>turned away: {0}</source>
        <translation>lệch hướng trực: {0}</translation>
    </message>
    <message>
        <source>turned away</source>
        <translation>lệch hướng trực</translation>
    </message>
    <message>
        <source>turned away: {0}, back in {1}</source>
        <translation>lệch hướng trực: {0}, về sau {1}</translation>
    </message>
    <message>
        <source>turned away, back in {0}</source>
        <translation>lệch hướng trực, về sau {0}</translation>
    </message>
    <message>
        <source>Wiper</source>
        <translation>Gạt nước</translation>
    </message>
    <message>
        <source>Washer</source>
        <translation>Phun rửa</translation>
    </message>
    <message>
        <source>Wash</source>
        <translation>Rửa</translation>
    </message>
    <message>
        <source>IR light</source>
        <translation>Đèn IR</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Đèn</translation>
    </message>
    <message>
        <source>You have reserved it</source>
        <translation>Bạn đã giữ camera này</translation>
    </message>
    <message>
        <source>You hold it</source>
        <translation>Bạn đang điều khiển</translation>
    </message>
    <message>
        <source>Moving a camera (PTZ)</source>
        <translation>Điều khiển camera (PTZ)</translation>
    </message>
    <message>
        <source>Move the camera by arrows, + and −; and leave that</source>
        <translation>Quay camera bằng mũi tên, + và −; và thoát</translation>
    </message>
    <message>
        <source>The PTZ pad, and put it away</source>
        <translation>Bảng PTZ, và cất đi</translation>
    </message>
    <message>
        <source>In PTZ: Home and 1 to 9 go to its home position and its presets.</source>
        <translation>Trong PTZ: Home và 1 đến 9: về vị trí gốc và các vị trí đặt sẵn.</translation>
    </message>
    <message>
        <source>A drag pulls it from the middle, a click centres, Shift and a drag frame, the wheel zooms</source>
        <translation>Kéo chuột: quay từ giữa hình; nhấp: đưa vào giữa; Shift và kéo: khung phóng to; con lăn: thu phóng</translation>
    </message>
    <message>
        <source>answers after {0} s, moves in steps: click into the picture</source>
        <translation>trả lời sau {0} giây, quay từng bước: nên bấm vào hình</translation>
    </message>
</context>
<context>
    <name>PtzPad</name>
    <message>
        <source>Closer</source>
        <translation>Gần hơn</translation>
    </message>
    <message>
        <source>Further away</source>
        <translation>Xa hơn</translation>
    </message>
    <message>
        <source>Put the pad away</source>
        <translation>Cất bảng đi</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Vị trí gốc</translation>
    </message>
    <message>
        <source>To its home position</source>
        <translation>Về vị trí gốc</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tốc độ</translation>
    </message>
</context>
<context>
    <name>PadLens</name>
    <message>
        <source>Near</source>
        <translation>Gần</translation>
    </message>
    <message>
        <source>Focus nearer</source>
        <translation>Lấy nét gần hơn</translation>
    </message>
    <message>
        <source>Far</source>
        <translation>Xa</translation>
    </message>
    <message>
        <source>Focus further away</source>
        <translation>Lấy nét xa hơn</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Tự động</translation>
    </message>
    <message>
        <source>Let the camera focus by itself</source>
        <translation>Để camera tự lấy nét</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>Lấy nét</translation>
    </message>
    <message>
        <source>Iris</source>
        <translation>Khẩu độ</translation>
    </message>
    <message>
        <source>Close the iris: darker</source>
        <translation>Khép khẩu độ: tối hơn</translation>
    </message>
    <message>
        <source>Open the iris: brighter</source>
        <translation>Mở khẩu độ: sáng hơn</translation>
    </message>
</context>
<context>
    <name>PadPresets</name>
    <message>
        <source>Asking for its presets …</source>
        <translation>Đang hỏi các vị trí đặt sẵn …</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vị trí đặt sẵn</translation>
    </message>
    <message>
        <source>It has no presets yet</source>
        <translation>Chưa có vị trí đặt sẵn</translation>
    </message>
</context>
<context>
    <name>PadHolder</name>
    <message>
        <source>Nobody holds it</source>
        <translation>Không ai giữ</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>Giữ riêng</translation>
    </message>
    <message>
        <source>Nobody else moves it for 10 minutes</source>
        <translation>Trong 10 phút không ai khác quay được</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>Others may move it again</source>
        <translation>Người khác lại quay được</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>Xin quyền</translation>
    </message>
    <message>
        <source>Ask whoever holds it, politely</source>
        <translation>Lịch sự xin người đang giữ</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Giành quyền</translation>
    </message>
    <message>
        <source>Take it from a lower rank; it is noted</source>
        <translation>Lấy của người cấp thấp hơn; có ghi sổ</translation>
    </message>
    <message>
        <source>Give it</source>
        <translation>Nhường</translation>
    </message>
    <message>
        <source>To the one who asks</source>
        <translation>Cho người xin</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Không nhường</translation>
    </message>
    <message>
        <source>Say no to the one who asks</source>
        <translation>Từ chối người xin</translation>
    </message>
</context>
<context>
    <name>Duty</name>
    <message>
        <source>the system</source>
        <translation>hệ thống</translation>
    </message>
    <message>
        <source>somebody outside CityWall</source>
        <translation>ai đó ngoài CityWall</translation>
    </message>
    <message>
        <source>patrol halted: {0}</source>
        <translation>tạm dừng tuần tra: {0}</translation>
    </message>
    <message>
        <source>patrol: {0}</source>
        <translation>tuần tra: {0}</translation>
    </message>
    <message>
        <source>no duty view</source>
        <translation>chưa có hướng trực</translation>
    </message>
    <message>
        <source>looks where it belongs</source>
        <translation>đúng hướng trực</translation>
    </message>
    <message>
        <source>goes back</source>
        <translation>đang về hướng trực</translation>
    </message>
    <message>
        <source>turned away by {0}</source>
        <translation>bị xoay lệch bởi {0}</translation>
    </message>
    <message>
        <source>goes back in {0}</source>
        <translation>về sau {0}</translation>
    </message>
    <message>
        <source>of the day</source>
        <translation>ảnh hằng ngày</translation>
    </message>
    <message>
        <source>when it came back</source>
        <translation>khi về hướng trực</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>chụp tay</translation>
    </message>
    <message>
        <source>one day apart</source>
        <translation>cách nhau một ngày</translation>
    </message>
    <message>
        <source>{0} days apart</source>
        <translation>cách nhau {0} ngày</translation>
    </message>
    <message>
        <source>The dome does not look where it belongs.</source>
        <translation>Camera không ở hướng trực.</translation>
    </message>
    <message>
        <source>nobody knows where it looks: it stays until it is sent back</source>
        <translation>không rõ hướng, đứng yên đến khi được cho về</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>no picture yet</source>
        <translation>chưa có ảnh</translation>
    </message>
    <message>
        <source>picture of {0}</source>
        <translation>ảnh lúc {0}</translation>
    </message>
    <message>
        <source>it belongs here</source>
        <translation>hướng trực</translation>
    </message>
</context>
<context>
    <name>PresetList</name>
    <message>
        <source>Presets</source>
        <translation>Vị trí đặt sẵn</translation>
    </message>
</context>
<context>
    <name>PresetPane</name>
    <message>
        <source>Name of the place</source>
        <translation>Tên vị trí</translation>
    </message>
    <message>
        <source>Asking for its presets …</source>
        <translation>Đang hỏi các vị trí đặt sẵn …</translation>
    </message>
    <message>
        <source>The place is kept, but its picture could not be taken. {0}</source>
        <translation>Đã lưu vị trí, nhưng không chụp được ảnh. {0}</translation>
    </message>
    <message>
        <source>It has no presets yet: point it somewhere, and keep the place.</source>
        <translation>Chưa có vị trí đặt sẵn: hãy xoay camera tới nơi cần xem rồi lưu vị trí.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Xoay tới</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Set anew</source>
        <translation>Đặt lại</translation>
    </message>
    <message>
        <source>It is what the dome looks at now</source>
        <translation>Vị trí này là nơi camera đang nhìn</translation>
    </message>
    <message>
        <source>It belongs here</source>
        <translation>Đặt làm hướng trực</translation>
    </message>
    <message>
        <source>Keep the place</source>
        <translation>Lưu vị trí</translation>
    </message>
    <message>
        <source>What the dome looks at now</source>
        <translation>Nơi camera đang nhìn</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Đổi tên</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vị trí đặt sẵn</translation>
    </message>
</context>
<context>
    <name>DutyPane</name>
    <message>
        <source>Seconds</source>
        <translation>Giây</translation>
    </message>
    <message>
        <source>A picture each day at</source>
        <translation>Mỗi ngày chụp một ảnh lúc</translation>
    </message>
    <message>
        <source>Hour of the picture</source>
        <translation>Giờ chụp ảnh</translation>
    </message>
    <message>
        <source>Go back now</source>
        <translation>Về ngay</translation>
    </message>
    <message>
        <source>Take a picture now</source>
        <translation>Chụp ảnh ngay</translation>
    </message>
    <message>
        <source>Compare days…</source>
        <translation>So sánh các ngày…</translation>
    </message>
    <message>
        <source>It belongs nowhere</source>
        <translation>Bỏ hướng trực</translation>
    </message>
    <message>
        <source>A picture is being taken…</source>
        <translation>Đang chụp ảnh…</translation>
    </message>
    <message>
        <source>It goes back after {0} to {1} seconds.</source>
        <translation>Chỉ có thể tự về sau {0} đến {1} giây.</translation>
    </message>
    <message>
        <source>Kept: {0}</source>
        <translation>Đã lưu: {0}</translation>
    </message>
    <message>
        <source>It belongs nowhere yet: choose the preset where it is to stand, and it goes back by itself.</source>
        <translation>Chưa có hướng trực: hãy chọn vị trí đặt sẵn mà camera phải đứng, camera sẽ tự quay về đó.</translation>
    </message>
    <message>
        <source>Goes back after</source>
        <translation>Tự về sau</translation>
    </message>
    <message>
        <source>seconds at rest</source>
        <translation>giây không ai điều khiển</translation>
    </message>
    <message>
        <source>Duty view</source>
        <translation>Hướng trực</translation>
    </message>
</context>
<context>
    <name>PatrolStops</name>
    <message>
        <source>Stops of the patrol</source>
        <translation>Các điểm dừng tuần tra</translation>
    </message>
    <message>
        <source>{0}  ·  {1} s  ·  speed {2} %</source>
        <translation>{0}  ·  {1} giây  ·  tốc độ {2} %</translation>
    </message>
</context>
<context>
    <name>PatrolForm</name>
    <message>
        <source>Name of the patrol</source>
        <translation>Tên vòng tuần tra</translation>
    </message>
    <message>
        <source>Who runs it</source>
        <translation>Ai điều khiển</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vị trí đặt sẵn</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Giây</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tốc độ</translation>
    </message>
    <message>
        <source>Change the patrol</source>
        <translation>Sửa vòng tuần tra</translation>
    </message>
    <message>
        <source>A new patrol</source>
        <translation>Vòng tuần tra mới</translation>
    </message>
    <message>
        <source>Give the patrol a name.</source>
        <translation>Hãy đặt tên cho vòng tuần tra.</translation>
    </message>
    <message>
        <source>A patrol needs stops: choose a preset, and add it.</source>
        <translation>Vòng tuần tra cần có điểm dừng: hãy chọn một vị trí đặt sẵn rồi thêm vào.</translation>
    </message>
    <message>
        <source>A patrol goes on within a day.</source>
        <translation>Vòng tuần tra phải tiếp tục trong vòng một ngày.</translation>
    </message>
    <message>
        <source>CityWall, by its presets</source>
        <translation>CityWall, theo các vị trí đặt sẵn</translation>
    </message>
    <message>
        <source>The camera: {0}</source>
        <translation>Camera tự chạy: {0}</translation>
    </message>
    <message>
        <source>A stop lasts {0} to {1} seconds.</source>
        <translation>Mỗi điểm dừng kéo dài từ {0} đến {1} giây.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>The selected stop: seconds, speed</source>
        <translation>Điểm dừng đang chọn: giây, tốc độ</translation>
    </message>
    <message>
        <source>Goes on after a hand: seconds</source>
        <translation>Tiếp tục sau khi có người điều khiển: giây</translation>
    </message>
    <message>
        <source>Earlier (Alt+↑)</source>
        <translation>Lên trước (Alt+↑)</translation>
    </message>
    <message>
        <source>Later (Alt+↓)</source>
        <translation>Xuống sau (Alt+↓)</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Bỏ ra</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>Điểm dừng</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Save patrol</source>
        <translation>Lưu vòng tuần tra</translation>
    </message>
</context>
<context>
    <name>PatrolPane</name>
    <message>
        <source>No patrol yet: it goes from preset to preset, and stays at each.</source>
        <translation>Chưa có vòng tuần tra: camera sẽ đi qua từng vị trí đặt sẵn và dừng ở mỗi nơi.</translation>
    </message>
    <message>
        <source>Send on patrol</source>
        <translation>Cho đi tuần tra</translation>
    </message>
    <message>
        <source>New patrol…</source>
        <translation>Vòng tuần tra mới…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Sửa…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>a tour of the camera's own</source>
        <translation>vòng tuần tra có sẵn của camera</translation>
    </message>
    <message>
        <source>{0} stops  ·  {1} s in all</source>
        <translation>{0} điểm dừng  ·  tổng {1} giây</translation>
    </message>
    <message>
        <source>on  ·  {0}</source>
        <translation>đang chạy  ·  {0}</translation>
    </message>
    <message>
        <source>Call it back</source>
        <translation>Dừng tuần tra</translation>
    </message>
    <message>
        <source>Bring back: {0}</source>
        <translation>Lấy lại: {0}</translation>
    </message>
    <message>
        <source>Patrols</source>
        <translation>Tuần tra</translation>
    </message>
</context>
<context>
    <name>DomeList</name>
    <message>
        <source>Cameras that move</source>
        <translation>Các camera xoay</translation>
    </message>
    <message>
        <source>{0} domes  ·  {1} where they belong  ·  {2} away</source>
        <translation>{0} camera  ·  {1} đúng hướng  ·  {2} lệch</translation>
    </message>
</context>
<context>
    <name>DomesPage</name>
    <message>
        <source>Cameras that can be moved will stand here, each with its presets, its duty view and its patrols.</source>
        <translation>Các camera xoay được sẽ nằm ở đây, mỗi camera có vị trí đặt sẵn, hướng trực và vòng tuần tra.</translation>
    </message>
    <message>
        <source>Search for cameras</source>
        <translation>Tìm camera</translation>
    </message>
    <message>
        <source>Journal of all cameras…</source>
        <translation>Nhật ký mọi camera…</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Two days of one place</source>
        <translation>Hai ngày của cùng một nơi</translation>
    </message>
</context>
<context>
    <name>DatesList</name>
    <message>
        <source>Days</source>
        <translation>Các ngày</translation>
    </message>
</context>
<context>
    <name>CompareSheet</name>
    <message>
        <source>Show what has changed (D)</source>
        <translation>Hiện chỗ đã thay đổi (D)</translation>
    </message>
    <message>
        <source>Compare with this one</source>
        <translation>Dùng ảnh này làm ảnh sau</translation>
    </message>
    <message>
        <source>Compare with the newest</source>
        <translation>Dùng ảnh mới nhất làm ảnh sau</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Pictures of the duty view will stand here, one of each day: take the first one.</source>
        <translation>Ảnh của hướng trực sẽ nằm ở đây, mỗi ngày một ảnh: hãy chụp ảnh đầu tiên.</translation>
    </message>
    <message>
        <source>Take a picture now</source>
        <translation>Chụp ảnh ngay</translation>
    </message>
    <message>
        <source>Over days: {0}</source>
        <translation>Qua các ngày: {0}</translation>
    </message>
    <message>
        <source>A picture is being taken…</source>
        <translation>Đang chụp ảnh…</translation>
    </message>
    <message>
        <source>{0} % of the picture has changed</source>
        <translation>{0} % ảnh đã thay đổi</translation>
    </message>
    <message>
        <source>Choose an earlier day in the list.</source>
        <translation>Hãy chọn một ngày trước đó trong danh sách.</translation>
    </message>
    <message>
        <source>The earlier day</source>
        <translation>Ngày trước đó</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
</context>
<context>
    <name>DutyOverlay</name>
    <message>
        <source>Duty views, patrols and blind spots</source>
        <translation>Hướng trực, tuần tra và điểm mù</translation>
    </message>
    <message>
        <source>on patrol</source>
        <translation>đang tuần tra</translation>
    </message>
</context>
<context>
    <name>BlindBoard</name>
    <message>
        <source>Also those on no screen</source>
        <translation>Cả những nơi không có trên màn hình</translation>
    </message>
    <message>
        <source>Blind spots</source>
        <translation>Điểm mù</translation>
    </message>
    <message>
        <source>No dome belongs anywhere yet: choose its duty view on the page of domes.</source>
        <translation>Chưa camera nào có hướng trực: hãy chọn ở trang Camera xoay.</translation>
    </message>
    <message>
        <source>All {0} duty zones are watched.</source>
        <translation>Cả {0} vùng trực đều có người xem.</translation>
    </message>
    <message>
        <source>{0} of {1} duty zones are watched by nobody</source>
        <translation>{0} trên {1} vùng trực không ai xem</translation>
    </message>
    <message>
        <source>seen by {0}</source>
        <translation>{0} nhìn thấy</translation>
    </message>
    <message>
        <source>on patrol: {0}</source>
        <translation>đang tuần tra: {0}</translation>
    </message>
    <message>
        <source>no picture from the camera</source>
        <translation>camera không có hình</translation>
    </message>
    <message>
        <source>on no screen</source>
        <translation>không có trên màn hình</translation>
    </message>
    <message>
        <source>goes back</source>
        <translation>đang về hướng trực</translation>
    </message>
    <message>
        <source>nobody knows where it looks</source>
        <translation>không rõ đang nhìn hướng nào</translation>
    </message>
    <message>
        <source>turned away by {0}</source>
        <translation>bị xoay lệch bởi {0}</translation>
    </message>
    <message>
        <source>back in {0}</source>
        <translation>về sau {0}</translation>
    </message>
</context>
<context>
    <name>SureButton</name>
    <message>
        <source>Really? Click again</source>
        <translation>Chắc chứ? Bấm lần nữa</translation>
    </message>
</context>
<context>
    <name>Hearing</name>
    <message>
        <source>not for {0}</source>
        <translation>mất {0}</translation>
    </message>
    <message>
        <source>being asked for</source>
        <translation>đang đăng ký</translation>
    </message>
    <message>
        <source>has none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>gap of {0}</source>
        <translation>hụt {0}</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>nhận được</translation>
    </message>
    <message>
        <source>Its events have not been heard for {0}: {1}</source>
        <translation>Không nhận được sự kiện đã {0}: {1}</translation>
    </message>
    <message>
        <source>Its events are being asked for.</source>
        <translation>Đang đăng ký nhận sự kiện.</translation>
    </message>
    <message>
        <source>Its device has no events.</source>
        <translation>Thiết bị này không có sự kiện.</translation>
    </message>
    <message>
        <source>Its events are heard.</source>
        <translation>Đang nhận được sự kiện.</translation>
    </message>
    <message>
        <source>Events of {0} may be missing: from {1} to {2}.</source>
        <translation>Có thể thiếu sự kiện trong {0}: từ {1} đến {2}.</translation>
    </message>
</context>
<context>
    <name>AlarmKind</name>
    <message>
        <source>Motion</source>
        <translation>Có chuyển động</translation>
    </message>
    <message>
        <source>Line crossed</source>
        <translation>Vượt vạch</translation>
    </message>
    <message>
        <source>Somebody in the area</source>
        <translation>Có người trong vùng</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Có người</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Có xe</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Khuôn mặt</translation>
    </message>
    <message>
        <source>Animal</source>
        <translation>Có con vật</translation>
    </message>
    <message>
        <source>Loitering</source>
        <translation>La cà</translation>
    </message>
    <message>
        <source>Camera tampered with</source>
        <translation>Camera bị phá</translation>
    </message>
    <message>
        <source>Camera moved or blinded</source>
        <translation>Camera bị xoay hoặc che</translation>
    </message>
    <message>
        <source>Camera lost</source>
        <translation>Mất camera</translation>
    </message>
    <message>
        <source>Picture frozen</source>
        <translation>Hình đứng</translation>
    </message>
    <message>
        <source>Picture black</source>
        <translation>Hình đen</translation>
    </message>
    <message>
        <source>Site out</source>
        <translation>Mất cả điểm</translation>
    </message>
    <message>
        <source>Recording failed</source>
        <translation>Ghi hình hỏng</translation>
    </message>
    <message>
        <source>Digital input</source>
        <translation>Ngõ vào số</translation>
    </message>
    <message>
        <source>Relay</source>
        <translation>Rơ-le</translation>
    </message>
    <message>
        <source>Alarm of the camera</source>
        <translation>Báo động của camera</translation>
    </message>
    <message>
        <source>Panic key</source>
        <translation>Phím khẩn cấp</translation>
    </message>
    <message>
        <source>Camera covered</source>
        <translation>Camera bị che</translation>
    </message>
    <message>
        <source>Camera turned away</source>
        <translation>Camera bị lệch hướng</translation>
    </message>
    <message>
        <source>Events missed</source>
        <translation>Có thể sót sự kiện</translation>
    </message>
    <message>
        <source>Several kinds</source>
        <translation>Nhiều loại</translation>
    </message>
    <message>
        <source>Fire</source>
        <translation>Cháy</translation>
    </message>
    <message>
        <source>Smoke</source>
        <translation>Khói</translation>
    </message>
    <message>
        <source>Gas</source>
        <translation>Rò khí</translation>
    </message>
    <message>
        <source>Intrusion</source>
        <translation>Đột nhập</translation>
    </message>
    <message>
        <source>Glass broken</source>
        <translation>Vỡ kính</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>Cửa</translation>
    </message>
    <message>
        <source>Crowd</source>
        <translation>Tụ tập đông người</translation>
    </message>
    <message>
        <source>Fight</source>
        <translation>Đánh nhau</translation>
    </message>
    <message>
        <source>Fall</source>
        <translation>Có người ngã</translation>
    </message>
    <message>
        <source>Gunshot</source>
        <translation>Tiếng súng</translation>
    </message>
</context>
<context>
    <name>Alarm</name>
    <message>
        <source>Flood: {0}</source>
        <translation>Dồn dập: {0}</translation>
    </message>
    <message>
        <source>Drill: {0}</source>
        <translation>Diễn tập: {0}</translation>
    </message>
    <message>
        <source>nowhere in particular</source>
        <translation>không rõ nơi</translation>
    </message>
    <message>
        <source>1 · danger to life</source>
        <translation>1 · nguy hiểm tính mạng</translation>
    </message>
    <message>
        <source>2 · urgent</source>
        <translation>2 · khẩn</translation>
    </message>
    <message>
        <source>3 · soon</source>
        <translation>3 · sớm</translation>
    </message>
    <message>
        <source>4 · when there is time</source>
        <translation>4 · khi rảnh</translation>
    </message>
    <message>
        <source>5 · to be known</source>
        <translation>5 · để biết</translation>
    </message>
    <message>
        <source>{0} of {1} stay as they are: {2}</source>
        <translation>{0} trong {1} giữ nguyên: {2}</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Mọi thứ</translation>
    </message>
    <message>
        <source>Alarms cannot be heard: {0}</source>
        <translation>Không nghe được báo động: {0}</translation>
    </message>
    <message>
        <source>Alarms can be heard again.</source>
        <translation>Lại nghe được báo động.</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} và {1} báo động nữa</translation>
    </message>
    <message>
        <source>Show the alarm</source>
        <translation>Xem báo động</translation>
    </message>
    <message>
        <source> (with a picture)</source>
        <translation> (kèm hình)</translation>
    </message>
    <message>
        <source>Before the alarm −{0} s</source>
        <translation>Trước báo động −{0} giây</translation>
    </message>
    <message>
        <source>After the alarm +{0} s</source>
        <translation>Sau báo động +{0} giây</translation>
    </message>
    <message>
        <source>No picture from before the alarm is kept</source>
        <translation>Không lưu hình trước báo động</translation>
    </message>
    <message>
        <source>until {0} – {1}</source>
        <translation>đến {0} – {1}</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>new</source>
        <translation>mới</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>đã nhận</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>đang xử lý</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>tạm hoãn</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>đã đóng</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>camera</source>
        <translation>camera</translation>
    </message>
    <message>
        <source>CityWall</source>
        <translation>CityWall</translation>
    </message>
    <message>
        <source>MQTT</source>
        <translation>MQTT</translation>
    </message>
    <message>
        <source>another system</source>
        <translation>hệ thống khác</translation>
    </message>
    <message>
        <source>panic key</source>
        <translation>phím khẩn cấp</translation>
    </message>
    <message>
        <source>drill</source>
        <translation>diễn tập</translation>
    </message>
</context>
<context>
    <name>Deed</name>
    <message>
        <source>the alarm began</source>
        <translation>báo động bắt đầu</translation>
    </message>
    <message>
        <source>it became more urgent</source>
        <translation>trở nên khẩn hơn</translation>
    </message>
    <message>
        <source>another camera saw it</source>
        <translation>camera khác cũng thấy</translation>
    </message>
    <message>
        <source>it became a flood: from here on it is counted</source>
        <translation>thành dồn dập: từ đây chỉ đếm</translation>
    </message>
    <message>
        <source>what it told of ended</source>
        <translation>việc đã hết</translation>
    </message>
    <message>
        <source>nobody reacted in time</source>
        <translation>không ai phản ứng kịp</translation>
    </message>
    <message>
        <source>the time on hold is over</source>
        <translation>hết thời gian hoãn</translation>
    </message>
    <message>
        <source>closed as a part of another alarm</source>
        <translation>đã đóng vì thuộc một báo động khác</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>đã nhận</translation>
    </message>
    <message>
        <source>taken over</source>
        <translation>nhận xử lý</translation>
    </message>
    <message>
        <source>forwarded</source>
        <translation>chuyển tiếp</translation>
    </message>
    <message>
        <source>put on hold</source>
        <translation>tạm hoãn</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>tiếp tục</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>đã đóng</translation>
    </message>
    <message>
        <source>opened again</source>
        <translation>mở lại</translation>
    </message>
    <message>
        <source>note</source>
        <translation>ghi chú</translation>
    </message>
    <message>
        <source>step done</source>
        <translation>xong bước</translation>
    </message>
    <message>
        <source>step not done after all</source>
        <translation>bước chưa xong</translation>
    </message>
    <message>
        <source>what its rule asks for could not be done</source>
        <translation>không làm được điều quy tắc yêu cầu</translation>
    </message>
    <message>
        <source>a bookmark was kept</source>
        <translation>đã giữ một dấu trang</translation>
    </message>
    <message>
        <source>it is being recorded</source>
        <translation>đang ghi hình</translation>
    </message>
    <message>
        <source>the dome was turned to its preset</source>
        <translation>camera xoay đã quay về vị trí đặt sẵn</translation>
    </message>
    <message>
        <source>CityWall noticed the drill</source>
        <translation>CityWall đã nhận ra bài diễn tập</translation>
    </message>
    <message>
        <source>the supervisor was told</source>
        <translation>đã báo chỉ huy</translation>
    </message>
    <message>
        <source>the supervisor could not be told</source>
        <translation>không báo được cho chỉ huy</translation>
    </message>
    <message>
        <source>no way to tell the supervisor is set up</source>
        <translation>chưa đặt cách nào để báo chỉ huy</translation>
    </message>
    <message>
        <source>the supervisor was told that nobody reacted</source>
        <translation>đã báo chỉ huy là chưa ai xử lý</translation>
    </message>
    <message>
        <source>it was told more exactly what it is</source>
        <translation>được báo rõ hơn</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>there is no such alarm</source>
        <translation>không có báo động này</translation>
    </message>
    <message>
        <source>it is closed: open it again first</source>
        <translation>đã đóng: hãy mở lại trước</translation>
    </message>
    <message>
        <source>it is not closed</source>
        <translation>chưa đóng</translation>
    </message>
    <message>
        <source>somebody has seen to it already</source>
        <translation>đã có người nhận</translation>
    </message>
    <message>
        <source>it is not on hold</source>
        <translation>không phải đang hoãn</translation>
    </message>
    <message>
        <source>a reason is needed</source>
        <translation>cần có lý do</translation>
    </message>
    <message>
        <source>a name is needed</source>
        <translation>cần có tên</translation>
    </message>
    <message>
        <source>this time is over already</source>
        <translation>thời điểm này đã qua</translation>
    </message>
    <message>
        <source>the text is too long</source>
        <translation>nội dung quá dài</translation>
    </message>
</context>
<context>
    <name>AlarmTable</name>
    <message>
        <source>Alarm</source>
        <translation>Báo động</translation>
    </message>
    <message>
        <source>Pri.</source>
        <translation>ƯT</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ở đâu</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Số lần</translation>
    </message>
    <message>
        <source>So many messages are this one alarm</source>
        <translation>Bấy nhiêu tin báo là một báo động này</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Đã</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Người lo</translation>
    </message>
    <message>
        <source>nobody reacts</source>
        <translation>chưa ai phản ứng</translation>
    </message>
</context>
<context>
    <name>DeedForm</name>
    <message>
        <source>Which</source>
        <translation>Loại nào</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Bỏ qua</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Forward</source>
        <translation>Chuyển tiếp</translation>
    </message>
    <message>
        <source>To whom: name or unit</source>
        <translation>Cho ai: tên hoặc đơn vị</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>Tạm hoãn</translation>
    </message>
    <message>
        <source>Why it can wait</source>
        <translation>Vì sao chờ được</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>What it was, and what was done</source>
        <translation>Đó là gì, và đã làm gì</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>What is worth knowing</source>
        <translation>Điều đáng biết</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>Ghi lại</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Tắt báo</translation>
    </message>
    <message>
        <source>{0}: {1} alarms</source>
        <translation>{0}: {1} báo động</translation>
    </message>
    <message>
        <source>Hear nothing of {0} for a while</source>
        <translation>Tắt mọi báo động của {0} trong một thời gian</translation>
    </message>
    <message>
        <source>{0}: muted until {1}.</source>
        <translation>{0}: tắt báo đến {1}.</translation>
    </message>
    <message>
        <source>{0} places</source>
        <translation>{0} nơi</translation>
    </message>
    <message>
        <source>This alarm is of no camera and no site: there is nothing to mute.</source>
        <translation>Báo động này không thuộc camera hay điểm nào: không có gì để tắt.</translation>
    </message>
</context>
<context>
    <name>AlarmDetail</name>
    <message>
        <source>What to do</source>
        <translation>Việc cần làm</translation>
    </message>
    <message>
        <source>Write a note, and Enter</source>
        <translation>Viết ghi chú rồi Enter</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Viết ghi chú</translation>
    </message>
    <message>
        <source>The alarm you choose will stand here.</source>
        <translation>Báo động được chọn sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Đã làm gì</translation>
    </message>
    <message>
        <source>owner: {0}</source>
        <translation>người lo: {0}</translation>
    </message>
    <message>
        <source>since {0} ({1}) · {2}</source>
        <translation>từ {0} ({1}) · {2}</translation>
    </message>
    <message>
        <source>{0} messages</source>
        <translation>{0} tin báo</translation>
    </message>
    <message>
        <source>with the picture</source>
        <translation>kèm hình</translation>
    </message>
    <message>
        <source>There is no picture now: take the tick away to write the note without one.</source>
        <translation>Lúc này không có hình: hãy bỏ dấu chọn để ghi chú không kèm hình.</translation>
    </message>
    <message>
        <source>What is to be seen now, beside what was before</source>
        <translation>Hình lúc này, bên cạnh hình trước báo động</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Find an alarm: camera, site, note, reason…</source>
        <translation>Tìm báo động: camera, điểm, ghi chú, lý do…</translation>
    </message>
    <message>
        <source>Find an alarm</source>
        <translation>Tìm báo động</translation>
    </message>
    <message>
        <source>Which alarms</source>
        <translation>Báo động nào</translation>
    </message>
    <message>
        <source>All priorities</source>
        <translation>Mọi mức ưu tiên</translation>
    </message>
    <message>
        <source>Priority 1 to {0}</source>
        <translation>Ưu tiên 1 đến {0}</translation>
    </message>
    <message>
        <source>How urgent</source>
        <translation>Khẩn đến đâu</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Mọi loại</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Đang mở</translation>
    </message>
    <message>
        <source>Not acknowledged</source>
        <translation>Chưa nhận</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Của tôi</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>Từ khi nào</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>Mọi lúc</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>1 giờ qua</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>24 giờ qua</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 ngày qua</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 ngày qua</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>1 năm qua</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>Kết luận</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>Diễn tập</translation>
    </message>
    <message>
        <source>Without drills</source>
        <translation>Không kể diễn tập</translation>
    </message>
    <message>
        <source>Whatever it was</source>
        <translation>Mọi kết luận</translation>
    </message>
</context>
<context>
    <name>AlarmsPage</name>
    <message>
        <source>No alarm is open. What cameras report and what CityWall notices itself will stand here.</source>
        <translation>Không có báo động nào đang mở. Điều camera báo và điều CityWall tự nhận ra sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>No alarm is found.</source>
        <translation>Không tìm thấy báo động nào.</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Nhận</translation>
    </message>
    <message>
        <source>I have seen it: the sound stops</source>
        <translation>Tôi đã thấy: tiếng báo dừng</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Xử lý</translation>
    </message>
    <message>
        <source>I see to it</source>
        <translation>Tôi lo việc này</translation>
    </message>
    <message>
        <source>Forward…</source>
        <translation>Chuyển…</translation>
    </message>
    <message>
        <source>Somebody else sees to it</source>
        <translation>Người khác lo việc này</translation>
    </message>
    <message>
        <source>Hold…</source>
        <translation>Hoãn…</translation>
    </message>
    <message>
        <source>It can wait: until when, and why</source>
        <translation>Chờ được: đến khi nào, vì sao</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>It waits no longer</source>
        <translation>Không chờ nữa</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>Đóng…</translation>
    </message>
    <message>
        <source>Real, false or test, and why</source>
        <translation>Thật, giả hay thử, và vì sao</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Mở lại</translation>
    </message>
    <message>
        <source>It was closed too soon</source>
        <translation>Đã đóng quá sớm</translation>
    </message>
    <message>
        <source>Mute…</source>
        <translation>Tắt báo…</translation>
    </message>
    <message>
        <source>Hear nothing of this camera for a while</source>
        <translation>Không báo về camera này trong một thời gian</translation>
    </message>
    <message>
        <source>{0} alarms, {1} not acknowledged</source>
        <translation>{0} báo động, {1} chưa nhận</translation>
    </message>
    <message>
        <source>The newest {0} that were found</source>
        <translation>{0} báo động mới nhất tìm thấy</translation>
    </message>
    <message>
        <source>Undo: {0} alarms closed</source>
        <translation>Hoàn tác: đã đóng {0} báo động</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>Quy tắc…</translation>
    </message>
    <message>
        <source>What makes an alarm, what it does, and what is muted</source>
        <translation>Điều gì thành báo động, báo động làm gì, và điều gì đang tắt</translation>
    </message>
    <message>
        <source>This alarm is of no camera: it has no place on the map.</source>
        <translation>Báo động này không của camera nào nên không có chỗ trên bản đồ.</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Xem báo động ở đâu</translation>
    </message>
    <message>
        <source>On the map (G)</source>
        <translation>Bản đồ (G)</translation>
    </message>
    <message>
        <source>No picture was kept with a note of this alarm.</source>
        <translation>Báo động này không có ghi chú nào kèm hình.</translation>
    </message>
</context>
<context>
    <name>AlarmCount</name>
    <message>
        <source>{0} alarms not acknowledged</source>
        <translation>{0} báo động chưa nhận</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>it is switched off</source>
        <translation>đã tắt</translation>
    </message>
    <message>
        <source>it is being connected</source>
        <translation>đang kết nối</translation>
    </message>
    <message>
        <source>it is heard</source>
        <translation>đang nhận tin</translation>
    </message>
    <message>
        <source>it cannot be reached</source>
        <translation>không kết nối được</translation>
    </message>
    <message>
        <source>it refuses the login</source>
        <translation>từ chối đăng nhập</translation>
    </message>
    <message>
        <source>it does not let us hear what we ask for</source>
        <translation>không cho nhận các chủ đề đã yêu cầu</translation>
    </message>
    <message>
        <source>its port is taken by another program</source>
        <translation>cổng đã bị chương trình khác chiếm</translation>
    </message>
</context>
<context>
    <name>WaysInNews</name>
    <message>
        <source>{0} sends something that cannot be understood, on {1}: {2}.</source>
        <translation>{0} gửi nội dung không hiểu được, tại {1}: {2}.</translation>
    </message>
    <message>
        <source>{0} brings no alarms: {1} ({2}).</source>
        <translation>{0} không đưa báo động về: {1} ({2}).</translation>
    </message>
    <message>
        <source>{0} is heard again.</source>
        <translation>Đã nhận lại tin từ {0}.</translation>
    </message>
    <message>
        <source>{0} speaks of a camera that is not here: {1}. Give the right camera the tag "alias:{1}".</source>
        <translation>{0} nói về một camera không có ở đây: {1}. Hãy gắn thẻ "alias:{1}" cho đúng camera.</translation>
    </message>
    <message>
        <source>The webhook</source>
        <translation>Webhook</translation>
    </message>
</context>
<context>
    <name>DrillKind</name>
    <message>
        <source>marked alarm</source>
        <translation>báo động có đánh dấu</translation>
    </message>
    <message>
        <source>picture that stands</source>
        <translation>hình đứng</translation>
    </message>
    <message>
        <source>black picture</source>
        <translation>hình đen</translation>
    </message>
    <message>
        <source>decoder that hangs</source>
        <translation>bộ giải mã bị treo</translation>
    </message>
</context>
<context>
    <name>DrillButton</name>
    <message>
        <source>Drill</source>
        <translation>Diễn tập</translation>
    </message>
    <message>
        <source>Let something happen, marked as a drill, to see who notices it and how soon</source>
        <translation>Tạo một sự cố có đánh dấu diễn tập để xem ai nhận ra và nhanh đến đâu</translation>
    </message>
    <message>
        <source>Let a picture on the wall stand</source>
        <translation>Làm đứng một hình trên màn hình</translation>
    </message>
    <message>
        <source>What came of them…</source>
        <translation>Kết quả các lần diễn tập…</translation>
    </message>
    <message>
        <source>The drill has begun: {0}. Whoever notices it acknowledges its alarm.</source>
        <translation>Đã bắt đầu diễn tập: {0}. Ai nhận ra thì xác nhận báo động đó.</translation>
    </message>
    <message>
        <source>No picture on the wall is live: there is nothing to drill on.</source>
        <translation>Không có hình trực tiếp nào trên màn hình: không có gì để diễn tập.</translation>
    </message>
    <message>
        <source>Make a picture on the wall black</source>
        <translation>Làm đen một hình trên màn hình</translation>
    </message>
    <message>
        <source>A drill is under way: wait until it has ended.</source>
        <translation>Đang có một cuộc diễn tập: hãy chờ đến khi xong.</translation>
    </message>
    <message>
        <source>A marked alarm now: bell, wall, supervisor</source>
        <translation>Báo động diễn tập ngay: chuông, màn hình, chỉ huy</translation>
    </message>
    <message>
        <source>Drill «{0}»: {1}</source>
        <translation>Diễn tập «{0}»: {1}</translation>
    </message>
    <message>
        <source>Let a decoder hang: are its pictures back soon?</source>
        <translation>Làm treo một bộ giải mã: hình có trở lại nhanh không?</translation>
    </message>
    <message>
        <source>The drill has begun: {0}. Some pictures stand for a few seconds.</source>
        <translation>Đã bắt đầu diễn tập: {0}. Một số hình sẽ đứng vài giây.</translation>
    </message>
    <message>
        <source>One by itself every night</source>
        <translation>Tự diễn tập mỗi đêm</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Không bao giờ</translation>
    </message>
</context>
<context>
    <name>DrillResults</name>
    <message>
        <source>Drills</source>
        <translation>Các lần diễn tập</translation>
    </message>
    <message>
        <source>All drills as a table for other programs (CSV)</source>
        <translation>Mọi lần diễn tập thành bảng cho chương trình khác (CSV)</translation>
    </message>
    <message>
        <source>Export the drills</source>
        <translation>Xuất các lần diễn tập</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Xuất…</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Bảng (*.csv)</translation>
    </message>
    <message>
        <source>Taken note of by {0}</source>
        <translation>{0} đã biết</translation>
    </message>
    <message>
        <source>{0} drills were written: {1}</source>
        <translation>Đã ghi {0} lần diễn tập: {1}</translation>
    </message>
    <message>
        <source>The file is being written…</source>
        <translation>Đang ghi tệp…</translation>
    </message>
</context>
<context>
    <name>RuleTable</name>
    <message>
        <source>Rule</source>
        <translation>Quy tắc</translation>
    </message>
    <message>
        <source>Pri.</source>
        <translation>ƯT</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Đang dùng</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>Pops up</source>
        <translation>Hiện trên</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>New rule</source>
        <translation>Quy tắc mới</translation>
    </message>
    <message>
        <source>Undo: rule “{0}” removed</source>
        <translation>Hoàn tác: đã xóa quy tắc “{0}”</translation>
    </message>
    <message>
        <source>screen {0}</source>
        <translation>màn hình {0}</translation>
    </message>
    <message>
        <source>No rule that is in force makes such alarms now.</source>
        <translation>Hiện không quy tắc nào đang dùng sinh ra báo động như vậy.</translation>
    </message>
    <message>
        <source>Undo: what was typed for “{0}” was not kept</source>
        <translation>Hoàn tác: điều đã gõ cho “{0}” chưa được giữ lại</translation>
    </message>
</context>
<context>
    <name>MutesList</name>
    <message>
        <source>Muted now</source>
        <translation>Đang tắt báo</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Bật lại</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>Name: as its kinds say</source>
        <translation>Tên: theo các loại</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>đang dùng</translation>
    </message>
    <message>
        <source>Trying it on the last seven days…</source>
        <translation>Đang thử trên bảy ngày qua…</translation>
    </message>
    <message>
        <source>It would have made {0} alarms of {1} messages since {2}.</source>
        <translation>Lẽ ra đã có {0} báo động từ {1} tin báo, tính từ {2}.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>It holds from now on (Ctrl+S)</source>
        <translation>Có hiệu lực từ bây giờ (Ctrl+S)</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>As it was kept</source>
        <translation>Như đã giữ</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>{0}: at most {1}.</source>
        <translation>{0}: nhiều nhất {1}.</translation>
    </message>
    <message>
        <source>removed ({0})</source>
        <translation>đã xóa ({0})</translation>
    </message>
</context>
<context>
    <name>About</name>
    <message>
        <source>All; or numbers: 5, 7, 12</source>
        <translation>Tất cả; hoặc số: 5, 7, 12</translation>
    </message>
    <message>
        <source>All; or their names, with commas</source>
        <translation>Tất cả; hoặc tên, cách nhau bằng dấu phẩy</translation>
    </message>
    <message>
        <source>Any; or tags, with commas</source>
        <translation>Bất kỳ; hoặc nhãn, cách nhau bằng dấu phẩy</translation>
    </message>
    <message>
        <source>There is no camera {0}.</source>
        <translation>Không có camera {0}.</translation>
    </message>
    <message>
        <source>There is no site {0}, or there are several: write it with its ward.</source>
        <translation>Không có điểm {0}, hoặc có nhiều điểm cùng tên: hãy viết kèm phường.</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>Do ai báo</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Wards</source>
        <translation>Phường</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Về việc gì</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Chủ đề</translation>
    </message>
    <message>
        <source>Any; or a part of the source's own word for it</source>
        <translation>Bất kỳ; hoặc một phần tên mà nguồn tự gọi</translation>
    </message>
    <message>
        <source>Words of other systems, with commas: fire, smoke</source>
        <translation>Từ của hệ thống khác, cách nhau bằng dấu phẩy: fire, smoke</translation>
    </message>
    <message>
        <source>Other kinds</source>
        <translation>Loại khác</translation>
    </message>
    <message>
        <source>None; or numbers of cameras it is not about</source>
        <translation>Không; hoặc số các camera không thuộc quy tắc</translation>
    </message>
    <message>
        <source>But not</source>
        <translation>Trừ camera</translation>
    </message>
    <message>
        <source>There is no ward {0}.</source>
        <translation>Không có phường {0}.</translation>
    </message>
    <message>
        <source>No camera has the tag {0}.</source>
        <translation>Không camera nào có thẻ {0}.</translation>
    </message>
</context>
<context>
    <name>Doing</name>
    <message>
        <source>As its kind says</source>
        <translation>Theo loại báo động</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Ưu tiên</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sau</translation>
    </message>
    <message>
        <source>And after</source>
        <translation>Và sau</translation>
    </message>
    <message>
        <source>What to do, and whom to call</source>
        <translation>Cần làm gì, gọi cho ai</translation>
    </message>
    <message>
        <source>One step in each line</source>
        <translation>Mỗi dòng một bước</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>giây</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Gọi là</translation>
    </message>
    <message>
        <source>Nobody reacts</source>
        <translation>Không ai phản ứng</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Việc cần làm</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Danh mục việc</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Làm gì tiếp</translation>
    </message>
    <message>
        <source>Say after how many seconds it is escalated first.</source>
        <translation>Cho biết sau bao nhiêu giây thì nâng mức lần đầu.</translation>
    </message>
    <message>
        <source>It is escalated each time later than before.</source>
        <translation>Mỗi lần nâng mức phải muộn hơn lần trước.</translation>
    </message>
    <message>
        <source>It rings louder. The supervisor is told if the rule tells him, and of priority 1 and 2 always.</source>
        <translation>Chuông kêu to hơn. Chỉ huy được báo nếu quy tắc ghi báo chỉ huy; mức 1 và 2 thì luôn báo.</translation>
    </message>
</context>
<context>
    <name>AlarmPlots</name>
    <message>
        <source>Alarms</source>
        <translation>Số báo động</translation>
    </message>
    <message>
        <source>Acknowledged within</source>
        <translation>Được xác nhận trong</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} giây</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} phút</translation>
    </message>
    <message>
        <source>later</source>
        <translation>lâu hơn</translation>
    </message>
</context>
<context>
    <name>NoisyTable</name>
    <message>
        <source>Where</source>
        <translation>Nơi</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Báo động</translation>
    </message>
    <message>
        <source>False</source>
        <translation>Sai</translation>
    </message>
    <message>
        <source>No alarms of this kind from there for eight hours</source>
        <translation>Không nhận báo động loại này từ nơi đó trong tám giờ</translation>
    </message>
    <message>
        <source>Mute for 8 h</source>
        <translation>Tắt 8 giờ</translation>
    </message>
    <message>
        <source>no camera</source>
        <translation>không có camera</translation>
    </message>
    <message>
        <source>Rule…</source>
        <translation>Quy tắc…</translation>
    </message>
    <message>
        <source>The rule that makes these alarms, without this camera: tried first, kept when you say so</source>
        <translation>Quy tắc sinh ra các báo động này, trừ camera đó: thử trước, giữ lại khi bạn đồng ý</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Tin</translation>
    </message>
</context>
<context>
    <name>AlarmFigures</name>
    <message>
        <source>Alarms in figures</source>
        <translation>Báo động qua con số</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 giờ</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 ngày</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 ngày</translation>
    </message>
    <message>
        <source>The ten noisiest</source>
        <translation>Mười nơi báo nhiều nhất</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Đang đếm…</translation>
    </message>
    <message>
        <source>There was no alarm in this time.</source>
        <translation>Không có báo động nào trong thời gian này.</translation>
    </message>
    <message>
        <source>{0} alarms.</source>
        <translation>{0} báo động.</translation>
    </message>
    <message>
        <source>{0} % of those judged were false.</source>
        <translation>{0} % số đã kết luận là báo sai.</translation>
    </message>
    <message>
        <source>Floods: {0} times more than {1} in 10 minutes.</source>
        <translation>Dồn dập: {0} lần có hơn {1} báo động trong 10 phút.</translation>
    </message>
    <message>
        <source>No flood: never more than {0} in 10 minutes.</source>
        <translation>Không dồn dập: chưa lần nào quá {0} báo động trong 10 phút.</translation>
    </message>
    <message>
        <source>Noisy: {0} alarms in {1}</source>
        <translation>Báo nhiều: {0} báo động trong {1}</translation>
    </message>
    <message>
        <source>{0}, {1}: muted for eight hours.</source>
        <translation>{0}, {1}: đã tắt trong tám giờ.</translation>
    </message>
</context>
<context>
    <name>FiguresButton</name>
    <message>
        <source>Alarm figures</source>
        <translation>Số liệu báo động</translation>
    </message>
    <message>
        <source>Alarms in figures: how many, how soon seen to, how many false, and the noisiest</source>
        <translation>Báo động qua con số: bao nhiêu, xử lý nhanh đến đâu, bao nhiêu báo sai, nơi nào báo nhiều nhất</translation>
    </message>
</context>
<context>
    <name>Gathering</name>
    <message>
        <source>of the same camera</source>
        <translation>của cùng camera</translation>
    </message>
    <message>
        <source>of cameras around, too</source>
        <translation>của cả camera xung quanh</translation>
    </message>
    <message>
        <source>of the whole site</source>
        <translation>của cả điểm</translation>
    </message>
    <message>
        <source>One alarm</source>
        <translation>Một báo động</translation>
    </message>
    <message>
        <source>Must last</source>
        <translation>Phải kéo dài</translation>
    </message>
    <message>
        <source>Quiet for</source>
        <translation>Yên trong</translation>
    </message>
    <message>
        <source>Gaps up to</source>
        <translation>Ngắt quãng tối đa</translation>
    </message>
    <message>
        <source>Neighbours within</source>
        <translation>Camera lân cận trong vòng</translation>
    </message>
    <message>
        <source>Of one camera</source>
        <translation>Của một camera</translation>
    </message>
    <message>
        <source>Of one site</source>
        <translation>Của một điểm</translation>
    </message>
    <message>
        <source>Minutes of a flood</source>
        <translation>Số phút của dồn dập</translation>
    </message>
    <message>
        <source>Say within how many minutes so many alarms are a flood.</source>
        <translation>Cho biết trong bao nhiêu phút thì chừng ấy báo động là dồn dập.</translation>
    </message>
    <message>
        <source>Say within how many metres cameras are neighbours.</source>
        <translation>Cho biết trong vòng bao nhiêu mét thì camera là lân cận.</translation>
    </message>
    <message>
        <source>metres</source>
        <translation>mét</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>giây</translation>
    </message>
    <message>
        <source>with gaps up to</source>
        <translation>cho ngắt tối đa</translation>
    </message>
    <message>
        <source>Until quiet for</source>
        <translation>Đến khi yên được</translation>
    </message>
    <message>
        <source>A flood is</source>
        <translation>Dồn dập là</translation>
    </message>
    <message>
        <source>of one camera, or</source>
        <translation>của một camera, hoặc</translation>
    </message>
    <message>
        <source>of one site</source>
        <translation>của một điểm</translation>
    </message>
    <message>
        <source>within</source>
        <translation>trong vòng</translation>
    </message>
    <message>
        <source>minutes; 0 alarms: never a flood</source>
        <translation>phút; 0 báo động: không bao giờ</translation>
    </message>
    <message>
        <source>How many are one</source>
        <translation>Gộp thế nào</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>the broker was reached, and lets us hear what we ask for</source>
        <translation>đã nối được máy trung chuyển, và được nghe những gì ta cần</translation>
    </message>
    <message>
        <source>it has taken the message</source>
        <translation>bên kia đã nhận tin</translation>
    </message>
    <message>
        <source>CityWall listens there; whether a caller has the right token shows when it calls</source>
        <translation>CityWall đang nghe ở đó; mã của bên gọi có đúng không thì khi gọi mới biết</translation>
    </message>
    <message>
        <source>CityWall listens there, and takes this token</source>
        <translation>CityWall đang nghe ở đó, và nhận mã này</translation>
    </message>
    <message>
        <source>it cannot be reached</source>
        <translation>không nối được</translation>
    </message>
    <message>
        <source>it refuses the login, or the token</source>
        <translation>bên kia từ chối tài khoản hoặc mã</translation>
    </message>
    <message>
        <source>it does not let us hear what we ask for</source>
        <translation>bên kia không cho nghe những gì ta cần</translation>
    </message>
    <message>
        <source>it answers, and does not take the message</source>
        <translation>bên kia có trả lời, nhưng không nhận tin</translation>
    </message>
    <message>
        <source>its certificate is not trusted</source>
        <translation>chứng chỉ của bên kia không đáng tin</translation>
    </message>
    <message>
        <source>the settings make no sense</source>
        <translation>cài đặt không hợp lý</translation>
    </message>
    <message>
        <source>its login cannot be read</source>
        <translation>không đọc được tài khoản đăng nhập</translation>
    </message>
    <message>
        <source>CityWall has made a mistake</source>
        <translation>CityWall gặp lỗi</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Messages: {0} taken, {1} not understood.</source>
        <translation>Tin: {0} đã nhận, {1} không hiểu.</translation>
    </message>
    <message>
        <source>It is switched off.</source>
        <translation>Đã tắt.</translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>Chưa gửi gì.</translation>
    </message>
    <message>
        <source>Messages: {0} sent, {1} waiting, {2} given up.</source>
        <translation>Tin: {0} đã gửi, {1} đang chờ, {2} đã bỏ.</translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <source>Test</source>
        <translation>Thử</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Đang thử…</translation>
    </message>
</context>
<context>
    <name>SecretFields</name>
    <message>
        <source>User</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>With a login</source>
        <translation>Có tài khoản</translation>
    </message>
    <message>
        <source>With a token</source>
        <translation>Có mã</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Type the user, too.</source>
        <translation>Gõ cả tên tài khoản.</translation>
    </message>
    <message>
        <source>Type the token.</source>
        <translation>Gõ mã.</translation>
    </message>
    <message>
        <source>{0}: kept</source>
        <translation>{0}: đã giữ</translation>
    </message>
    <message>
        <source>Type to change it</source>
        <translation>Gõ để đổi</translation>
    </message>
</context>
<context>
    <name>BrokerGroup</name>
    <message>
        <source>Port</source>
        <translation>Cổng</translation>
    </message>
    <message>
        <source>Type the broker's name or address, without mqtt:// in front.</source>
        <translation>Gõ tên hoặc địa chỉ máy trung chuyển, không có mqtt:// phía trước.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Cổng là một số từ 1 đến 65535.</translation>
    </message>
    <message>
        <source>Type one topic, without + and #.</source>
        <translation>Gõ một chủ đề, không có + và #.</translation>
    </message>
    <message>
        <source>Type a topic at least.</source>
        <translation>Gõ ít nhất một chủ đề.</translation>
    </message>
    <message>
        <source>It is switched off.</source>
        <translation>Đã tắt.</translation>
    </message>
    <message>
        <source>Whom this computer trusts; or a file.pem</source>
        <translation>Theo máy này tin; hoặc một tệp .pem</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Máy trung chuyển</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Chứng chỉ</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Chủ đề</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Chủ đề</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Đăng nhập</translation>
    </message>
</context>
<context>
    <name>HookGroup</name>
    <message>
        <source>Whom this computer trusts; or a file.pem</source>
        <translation>Theo máy này tin; hoặc một tệp .pem</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Chứng chỉ</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>The address must look like https://host/path, without a login in it.</source>
        <translation>Địa chỉ phải có dạng https://máy/đường-dẫn, không có tài khoản bên trong.</translation>
    </message>
    <message>
        <source>It is switched off.</source>
        <translation>Đã tắt.</translation>
    </message>
</context>
<context>
    <name>WebhookGroup</name>
    <message>
        <source>Port</source>
        <translation>Cổng</translation>
    </message>
    <message>
        <source>Listens at</source>
        <translation>Nghe tại</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>New token</source>
        <translation>Mã mới</translation>
    </message>
    <message>
        <source>The old one opens nothing any more</source>
        <translation>Mã cũ sẽ không mở được gì nữa</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Kept; only its hash is known here</source>
        <translation>Đã giữ; ở đây chỉ biết bản băm của mã</translation>
    </message>
    <message>
        <source>Type at which address it listens, such as 127.0.0.1.</source>
        <translation>Gõ địa chỉ để nghe, chẳng hạn 127.0.0.1.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Cổng là một số từ 1 đến 65535.</translation>
    </message>
    <message>
        <source>Make a token first.</source>
        <translation>Hãy tạo mã trước.</translation>
    </message>
    <message>
        <source>The token is on the clipboard; it is shown only this once.</source>
        <translation>Mã đã ở trong bộ nhớ tạm; mã chỉ hiện một lần này.</translation>
    </message>
    <message>
        <source>Keep it first: what is in force is tried.</source>
        <translation>Hãy giữ lại trước: chỉ thử cái đang dùng.</translation>
    </message>
    <message>
        <source>Others can read what is sent there: put a server with a certificate in front of it.</source>
        <translation>Người khác có thể đọc những gì gửi đến đó: hãy đặt phía trước một máy chủ có chứng chỉ.</translation>
    </message>
</context>
<context>
    <name>WaysPage</name>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>The supervisor's screen</source>
        <translation>Màn hình của chỉ huy</translation>
    </message>
    <message>
        <source>What is published on that topic would come back as an alarm: choose another.</source>
        <translation>Tin gửi lên chủ đề đó sẽ quay về thành báo động: hãy chọn chủ đề khác.</translation>
    </message>
    <message>
        <source>Kept, and in force.</source>
        <translation>Đã giữ, và đang dùng.</translation>
    </message>
    <message>
        <source>Nothing was changed: {0}</source>
        <translation>Chưa đổi gì: {0}</translation>
    </message>
    <message>
        <source>screen {0}: {1}</source>
        <translation>màn hình {0}: {1}</translation>
    </message>
    <message>
        <source>a screen that is gone</source>
        <translation>một màn hình không còn nữa</translation>
    </message>
    <message>
        <source>MQTT: Frigate, ONVIF Profile M, others</source>
        <translation>MQTT: Frigate, ONVIF Profile M, hệ thống khác</translation>
    </message>
    <message>
        <source>listen to a broker</source>
        <translation>nghe một máy trung chuyển</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>take alarms from whoever has the token</source>
        <translation>nhận báo động từ bên có mã</translation>
    </message>
    <message>
        <source>post alarms to an address</source>
        <translation>gửi báo động đến một địa chỉ</translation>
    </message>
    <message>
        <source>MQTT</source>
        <translation>MQTT</translation>
    </message>
    <message>
        <source>publish alarms on a topic</source>
        <translation>đăng báo động lên một chủ đề</translation>
    </message>
    <message>
        <source>What other systems say becomes alarms by the rules.</source>
        <translation>Tin của hệ thống khác thành báo động theo quy tắc.</translation>
    </message>
    <message>
        <source>Others tell us</source>
        <translation>Hệ thống khác báo cho ta</translation>
    </message>
    <message>
        <source>The supervisor is told</source>
        <translation>Ta báo cho chỉ huy</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Màn hình</translation>
    </message>
    <message>
        <source>On the wall</source>
        <translation>Trên tường</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>It holds from now on (Ctrl+S)</source>
        <translation>Có hiệu lực từ bây giờ (Ctrl+S)</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>As it is in force</source>
        <translation>Như đang dùng</translation>
    </message>
    <message>
        <source>Now: {0}</source>
        <translation>Hiện nay: {0}</translation>
    </message>
    <message>
        <source>Alarms whose rule says “tell the supervisor”, and urgent ones to which nobody reacts in time. What cannot be sent waits, and is tried for {0} hours.</source>
        <translation>Những báo động mà quy tắc ghi “báo chỉ huy”, và những báo động khẩn mà quá giờ chưa ai xử lý. Tin chưa gửi được thì chờ, và được thử lại trong {0} giờ.</translation>
    </message>
</context>
<context>
    <name>PushNews</name>
    <message>
        <source>The supervisor was not told by {0} of an alarm: it was tried for a day. Call him.</source>
        <translation>Không báo được cho chỉ huy một báo động qua {0}: đã thử suốt một ngày. Hãy gọi cho chỉ huy.</translation>
    </message>
    <message>
        <source>The supervisor is told by {0} again.</source>
        <translation>Lại báo được cho chỉ huy qua {0}.</translation>
    </message>
    <message>
        <source>The supervisor cannot be told by {0}: {1}{2}. Messages that wait: {3}.</source>
        <translation>Không báo được cho chỉ huy qua {0}: {1}{2}. Tin đang chờ: {3}.</translation>
    </message>
</context>
<context>
    <name>ResponseFields</name>
    <message>
        <source>Pops up</source>
        <translation>Hiện trên</translation>
    </message>
    <message>
        <source>In cell</source>
        <translation>Ở ô</translation>
    </message>
    <message>
        <source>in cell</source>
        <translation>ở ô</translation>
    </message>
    <message>
        <source>any</source>
        <translation>bất kỳ</translation>
    </message>
    <message>
        <source>Cells count from 1, row by row; empty: where it disturbs least</source>
        <translation>Ô đếm từ 1, theo từng hàng; để trống: nơi ít làm phiền nhất</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Ghi hình</translation>
    </message>
    <message>
        <source>Seconds before</source>
        <translation>Số giây trước đó</translation>
    </message>
    <message>
        <source>Name of the preset, for a dome</source>
        <translation>Tên vị trí đặt sẵn, cho camera xoay</translation>
    </message>
    <message>
        <source>Dome turns to</source>
        <translation>Camera xoay về</translation>
    </message>
    <message>
        <source>rings until it is acknowledged</source>
        <translation>kêu cho đến khi có người nhận</translation>
    </message>
    <message>
        <source>keep a bookmark</source>
        <translation>giữ dấu trang</translation>
    </message>
    <message>
        <source>tell the supervisor</source>
        <translation>báo chỉ huy</translation>
    </message>
    <message>
        <source>screen {0}: {1}</source>
        <translation>màn hình {0}: {1}</translation>
    </message>
    <message>
        <source>Cells count from 1.</source>
        <translation>Ô đếm từ 1.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Âm báo</translation>
    </message>
    <message>
        <source>seconds, and from before:</source>
        <translation>giây, và lấy thêm từ trước đó:</translation>
    </message>
    <message>
        <source>Besides</source>
        <translation>Ngoài ra</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Làm những gì</translation>
    </message>
    <message>
        <source>as usual, if urgent</source>
        <translation>như thường lệ, nếu khẩn</translation>
    </message>
    <message>
        <source>On his screen, by HTTP and by MQTT, as it is set up under “Other systems”; and again each time nobody reacts</source>
        <translation>Trên màn hình của chỉ huy, qua HTTP và qua MQTT, như đã đặt ở “Hệ thống khác”; và báo lại mỗi lần quá giờ chưa ai xử lý</translation>
    </message>
</context>
<context>
    <name>Hours</name>
    <message>
        <source>Which time</source>
        <translation>Thời gian nào</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Thêm thời gian</translation>
    </message>
    <message>
        <source>Without this one</source>
        <translation>Bỏ thời gian này</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Đến</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>Từ – đến</translation>
    </message>
    <message>
        <source>past midnight, too</source>
        <translation>qua nửa đêm cũng được</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} trên {1}</translation>
    </message>
    <message>
        <source>Write times as 22:00.</source>
        <translation>Viết giờ như 22:00.</translation>
    </message>
    <message>
        <source>Choose a day of the week at least.</source>
        <translation>Chọn ít nhất một ngày trong tuần.</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Over which time</source>
        <translation>Trong khoảng thời gian</translation>
    </message>
    <message>
        <source>the last {0} hours</source>
        <translation>{0} giờ qua</translation>
    </message>
    <message>
        <source>the last {0} days</source>
        <translation>{0} ngày qua</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>Case files</source>
        <translation>Hồ sơ vụ việc</translation>
    </message>
    <message>
        <source>No case began in this time.</source>
        <translation>Không có vụ việc nào bắt đầu trong thời gian này.</translation>
    </message>
    <message>
        <source>The newest {0} cases</source>
        <translation>{0} vụ việc mới nhất</translation>
    </message>
    <message>
        <source>{0} cases, {1} of them without a place.</source>
        <translation>{0} vụ việc, trong đó {1} chưa có vị trí.</translation>
    </message>
    <message>
        <source>{0} cases</source>
        <translation>{0} vụ việc</translation>
    </message>
</context>
<context>
    <name>AddressFault</name>
    <message>
        <source>it cannot be read</source>
        <translation>không đọc được</translation>
    </message>
    <message>
        <source>it must begin with http:// or https://, and have a server's name</source>
        <translation>phải bắt đầu bằng http:// hoặc https:// và có tên máy chủ</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>quá dài</translation>
    </message>
    <message>
        <source>an address with a login in it would be kept in the clear: leave it out</source>
        <translation>địa chỉ có thông tin đăng nhập sẽ bị lưu không mã hóa: hãy xóa phần đó đi</translation>
    </message>
    <message>
        <source>it gives vector tiles (.pbf, .mvt): only maps made of pictures can be shown</source>
        <translation>máy chủ này cho ô vectơ (.pbf, .mvt): chỉ hiển thị được bản đồ ảnh</translation>
    </message>
    <message>
        <source>it describes a service (WMS, WMTS, TileJSON): the address of its tiles is needed</source>
        <translation>đây là mô tả dịch vụ (WMS, WMTS, TileJSON): cần địa chỉ của các ô ảnh</translation>
    </message>
    <message>
        <source>it must have {z}, {x} and {y} in it, after the server's name</source>
        <translation>phải có {z}, {x} và {y} sau tên máy chủ</translation>
    </message>
    <message>
        <source>only {z}, {x}, {y}, {-y}, {s} and {r} are filled in</source>
        <translation>chỉ điền được {z}, {x}, {y}, {-y}, {s} và {r}</translation>
    </message>
    <message>
        <source>there is a space in it, or a letter that cannot be seen</source>
        <translation>có dấu cách hoặc ký tự không nhìn thấy được</translation>
    </message>
</context>
<context>
    <name>TakingLine</name>
    <message>
        <source>How much of the map is taken in</source>
        <translation>Đã thêm được bao nhiêu của bản đồ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Nothing of it is kept then</source>
        <translation>Khi đó không giữ lại gì</translation>
    </message>
    <message>
        <source>{0} is being taken in…</source>
        <translation>Đang thêm {0}…</translation>
    </message>
    <message>
        <source>{0} % of {1}</source>
        <translation>{0} % của {1}</translation>
    </message>
    <message>
        <source>{0} tiles of {1}</source>
        <translation>{0} ô của {1}</translation>
    </message>
    <message>
        <source>{0} is being given up…</source>
        <translation>Đang dừng thêm {0}…</translation>
    </message>
</context>
<context>
    <name>ServerForm</name>
    <message>
        <source>Address of the tile server</source>
        <translation>Địa chỉ máy chủ ô bản đồ</translation>
    </message>
    <message>
        <source>Name (if needed)</source>
        <translation>Tên (nếu cần)</translation>
    </message>
    <message>
        <source>Whose map it is: © …</source>
        <translation>Bản đồ của ai: © …</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>Thêm vào</translation>
    </message>
    <message>
        <source>Tile server</source>
        <translation>Máy chủ ô bản đồ</translation>
    </message>
    <message>
        <source>This is no address of tiles: {0}.</source>
        <translation>Đây không phải địa chỉ ô bản đồ: {0}.</translation>
    </message>
    <message>
        <source>{0} is asked for one tile before it is kept.</source>
        <translation>Sẽ xin {0} một ô ảnh trước khi lưu.</translation>
    </message>
    <message>
        <source>The numbers of a tile stand as {z}, {x} and {y} in it.</source>
        <translation>Trong địa chỉ, số của ô được viết là {z}, {x} và {y}.</translation>
    </message>
</context>
<context>
    <name>BasePanel</name>
    <message>
        <source>How strong the base map is</source>
        <translation>Độ đậm của bản đồ nền</translation>
    </message>
    <message>
        <source>{0}: {1} % over the city</source>
        <translation>{0}: {1} % trên nền thành phố</translation>
    </message>
    <message>
        <source>The city alone is shown: choose a plan or tiles to lie over it.</source>
        <translation>Chỉ đang hiển thị thành phố: hãy chọn sơ đồ hoặc ô ảnh để đặt lên trên.</translation>
    </message>
    <message>
        <source>{0} is drawn in its own colours.</source>
        <translation>{0} được vẽ bằng màu riêng của nó.</translation>
    </message>
    <message>
        <source>Base map</source>
        <translation>Bản đồ nền</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>How strong it is</source>
        <translation>Độ đậm</translation>
    </message>
</context>
<context>
    <name>TimeChart</name>
    <message>
        <source>When alarms began</source>
        <translation>Báo động theo thời gian</translation>
    </message>
    <message>
        <source>no alarm</source>
        <translation>không có báo động</translation>
    </message>
    <message>
        <source>at most {0} at once</source>
        <translation>cột cao nhất: {0}</translation>
    </message>
    <message>
        <source>{0} – {1}: {2} alarms</source>
        <translation>{0} – {1}: {2} báo động</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Đang đếm…</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>When</source>
        <translation>Khi nào</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Việc gì</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Bàn</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Kéo dài</translation>
    </message>
    <message>
        <source>the system</source>
        <translation>hệ thống</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>không tên</translation>
    </message>
    <message>
        <source>moved by hand</source>
        <translation>điều khiển bằng tay</translation>
    </message>
    <message>
        <source>moved by hand, its stop is not written down</source>
        <translation>điều khiển bằng tay, chưa ghi lúc dừng</translation>
    </message>
    <message>
        <source>went on by itself</source>
        <translation>tự quay</translation>
    </message>
    <message>
        <source>{0} times</source>
        <translation>{0} lần</translation>
    </message>
    <message>
        <source>stands</source>
        <translation>đã dừng</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>cho quay tới</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>thay đổi</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>đặt trước</translation>
    </message>
    <message>
        <source>released</source>
        <translation>thôi giữ</translation>
    </message>
    <message>
        <source>asked for it</source>
        <translation>xin quyền điều khiển</translation>
    </message>
    <message>
        <source>gave it away</source>
        <translation>đã nhường</translation>
    </message>
    <message>
        <source>did not give it away</source>
        <translation>không nhường</translation>
    </message>
    <message>
        <source>took it over</source>
        <translation>giành quyền điều khiển</translation>
    </message>
    <message>
        <source>patrol</source>
        <translation>tuần tra</translation>
    </message>
    <message>
        <source>came to the desk</source>
        <translation>vào bàn trực</translation>
    </message>
    <message>
        <source>{0} minutes</source>
        <translation>{0} phút</translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation>từ {0}</translation>
    </message>
    <message>
        <source>to {0}</source>
        <translation>cho {0}</translation>
    </message>
    <message>
        <source>a step to where it was pointed</source>
        <translation>một bước tới chỗ được chỉ</translation>
    </message>
    <message>
        <source>a place that was pointed at</source>
        <translation>chỗ được chỉ</translation>
    </message>
    <message>
        <source>its home</source>
        <translation>vị trí gốc</translation>
    </message>
    <message>
        <source>it belongs nowhere any more</source>
        <translation>không còn hướng trực</translation>
    </message>
    <message>
        <source>preset {0} set anew: {1}</source>
        <translation>đặt lại điểm {0}: {1}</translation>
    </message>
    <message>
        <source>preset {0} renamed: {1}</source>
        <translation>đổi tên điểm {0}: {1}</translation>
    </message>
    <message>
        <source>preset {0} removed</source>
        <translation>xóa điểm {0}</translation>
    </message>
    <message>
        <source>preset {0}</source>
        <translation>điểm {0}</translation>
    </message>
    <message>
        <source>its own patrol {0} begun</source>
        <translation>bắt đầu tuần tra {0} của camera</translation>
    </message>
    <message>
        <source>its own patrol {0} ended</source>
        <translation>kết thúc tuần tra {0} của camera</translation>
    </message>
    <message>
        <source>{0} begun</source>
        <translation>bắt đầu {0}</translation>
    </message>
    <message>
        <source>{0} ended</source>
        <translation>kết thúc {0}</translation>
    </message>
    <message>
        <source>duty view: {0}</source>
        <translation>hướng trực: {0}</translation>
    </message>
    <message>
        <source>Export the journal</source>
        <translation>Xuất nhật ký</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Bảng (*.csv)</translation>
    </message>
    <message>
        <source>its own settings</source>
        <translation>cài đặt riêng</translation>
    </message>
</context>
<context>
    <name>JournalFilters</name>
    <message>
        <source>All cameras</source>
        <translation>Mọi camera</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Việc gì</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>Từ khi nào</translation>
    </message>
    <message>
        <source>A day: 30/11/2026</source>
        <translation>Ngày: 30/11/2026</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Mọi người</translation>
    </message>
    <message>
        <source>People only</source>
        <translation>Chỉ con người</translation>
    </message>
    <message>
        <source>All deeds</source>
        <translation>Mọi việc</translation>
    </message>
    <message>
        <source>Moved by hand</source>
        <translation>Điều khiển bằng tay</translation>
    </message>
    <message>
        <source>Sent somewhere</source>
        <translation>Cho quay tới</translation>
    </message>
    <message>
        <source>Reservations</source>
        <translation>Đặt trước</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Xin quyền</translation>
    </message>
    <message>
        <source>Take-overs</source>
        <translation>Giành quyền</translation>
    </message>
    <message>
        <source>Patrols</source>
        <translation>Tuần tra</translation>
    </message>
    <message>
        <source>Presets and settings</source>
        <translation>Điểm và cài đặt</translation>
    </message>
    <message>
        <source>Who was at the desk</source>
        <translation>Ai ở bàn trực</translation>
    </message>
    <message>
        <source>All times</source>
        <translation>Mọi lúc</translation>
    </message>
    <message>
        <source>The last hour</source>
        <translation>Một giờ qua</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>7 ngày qua</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>30 ngày qua</translation>
    </message>
</context>
<context>
    <name>JournalSheet</name>
    <message>
        <source>The file is being written…</source>
        <translation>Đang ghi tệp…</translation>
    </message>
    <message>
        <source>{0} entries were written: {1}</source>
        <translation>Đã ghi {0} mục: {1}</translation>
    </message>
    <message>
        <source>Who moves, reserves or takes over a camera stands here from now on.</source>
        <translation>Từ nay, ai điều khiển, đặt trước hay giành quyền một camera đều được ghi ở đây.</translation>
    </message>
    <message>
        <source>Nothing of that kind was written down.</source>
        <translation>Không có mục nào như vậy.</translation>
    </message>
    <message>
        <source>the newest {0}: scroll down for older ones</source>
        <translation>{0} mục mới nhất: cuộn xuống để xem cũ hơn</translation>
    </message>
    <message>
        <source>{0} in all</source>
        <translation>Tất cả {0} mục</translation>
    </message>
    <message>
        <source>Journal of the cameras that move</source>
        <translation>Nhật ký camera xoay</translation>
    </message>
    <message>
        <source>Every single entry that fits, as a table for other programs (CSV)</source>
        <translation>Từng mục phù hợp, thành bảng cho chương trình khác (CSV)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Xuất…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
</context>
<context>
    <name>DomeSheet</name>
    <message>
        <source>Its journal…</source>
        <translation>Nhật ký…</translation>
    </message>
</context>
<context>
    <name>SettingsPane</name>
    <message>
        <source>Turns left where it should turn right</source>
        <translation>Quay trái khi phải quay phải</translation>
    </message>
    <message>
        <source>Turns down where it should turn up</source>
        <translation>Quay xuống khi phải quay lên</translation>
    </message>
    <message>
        <source>Pan begins at</source>
        <translation>Góc quay bắt đầu từ</translation>
    </message>
    <message>
        <source>Pan ends at</source>
        <translation>Góc quay kết thúc ở</translation>
    </message>
    <message>
        <source>For its direction on the map and for a click into its picture; empty: as the camera tells</source>
        <translation>Để vẽ hướng trên bản đồ và khi bấm vào hình; để trống: theo camera báo</translation>
    </message>
    <message>
        <source>Both ends of the pan in degrees, at least 1° and at most 720° apart.</source>
        <translation>Cần cả hai đầu góc quay, cách nhau từ 1° đến 720°.</translation>
    </message>
    <message>
        <source>Pan from</source>
        <translation>Góc quay từ</translation>
    </message>
    <message>
        <source>to</source>
        <translation>đến</translation>
    </message>
    <message>
        <source>degrees</source>
        <translation>độ</translation>
    </message>
    <message>
        <source>This camera</source>
        <translation>Riêng camera này</translation>
    </message>
</context>
<context>
    <name>AlarmScreenChoice</name>
    <message>
        <source>Urgent alarms pop up</source>
        <translation>Báo động khẩn hiện lên</translation>
    </message>
    <message>
        <source>Alarms of priority 1 and 2 whose rule names no screen</source>
        <translation>Báo động mức 1 và 2 mà quy tắc không chỉ định màn hình</translation>
    </message>
    <message>
        <source>on the first screen</source>
        <translation>trên màn hình đầu tiên</translation>
    </message>
    <message>
        <source>on no screen</source>
        <translation>không hiện lên</translation>
    </message>
    <message>
        <source>screen {0}: {1}</source>
        <translation>màn hình {0}: {1}</translation>
    </message>
</context>
<context>
    <name>AlarmCard</name>
    <message>
        <source>F12: acknowledge</source>
        <translation>F12: nhận báo động</translation>
    </message>
    <message>
        <source>Pressed by {0}</source>
        <translation>Người bấm: {0}</translation>
    </message>
</context>
<context>
    <name>CasePictures</name>
    <message>
        <source>The camera of this alarm is no longer there, or has no stream: there is no picture of it.</source>
        <translation>Camera của báo động này không còn, hoặc không có luồng hình: không có hình để xem.</translation>
    </message>
    <message>
        <source>This alarm is of no camera. The cameras of its site now:</source>
        <translation>Báo động này không thuộc camera nào. Các camera ở điểm đó lúc này:</translation>
    </message>
    <message>
        <source>This alarm is of no camera, and its site has none that could be shown.</source>
        <translation>Báo động này không thuộc camera nào, và điểm đó không có camera nào xem được.</translation>
    </message>
    <message>
        <source>This alarm is of no camera and of no site: there is no picture of it.</source>
        <translation>Báo động này không thuộc camera nào và điểm nào: không có hình để xem.</translation>
    </message>
</context>
<context>
    <name>DrillBanner</name>
    <message>
        <source>All drills…</source>
        <translation>Các lần diễn tập…</translation>
    </message>
    <message>
        <source>Taken note of</source>
        <translation>Đã biết</translation>
    </message>
    <message>
        <source>{0} earlier ones, too.</source>
        <translation>Trước đó còn {0} lần nữa.</translation>
    </message>
    <message>
        <source>▲  The nightly drill of {0} failed: {1}.</source>
        <translation>▲  Diễn tập đêm lúc {0} không đạt: {1}.</translation>
    </message>
</context>
<context>
    <name>DrillPart</name>
    <message>
        <source>Bell</source>
        <translation>Chuông</translation>
    </message>
    <message>
        <source>On the wall</source>
        <translation>Lên màn hình</translation>
    </message>
    <message>
        <source>Pictures back</source>
        <translation>Hình trở lại</translation>
    </message>
    <message>
        <source>Supervisor told</source>
        <translation>Báo chỉ huy</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>Nhận ra</translation>
    </message>
</context>
<context>
    <name>DrillVerdict</name>
    <message>
        <source>Failed</source>
        <translation>Không đạt</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Chưa xong</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>Không thực hiện được</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Đạt</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Đang diễn ra</translation>
    </message>
    <message>
        <source>Not held</source>
        <translation>Không diễn ra</translation>
    </message>
</context>
<context>
    <name>DrillWhy</name>
    <message>
        <source>every decoder has a camera that is driven, recorded or looked back at, or shows nothing</source>
        <translation>bộ giải mã nào cũng đang có camera được lái, ghi hình hay xem lại, hoặc không có hình</translation>
    </message>
    <message>
        <source>its camera or site is muted</source>
        <translation>camera hoặc điểm này đang tắt báo hiệu</translation>
    </message>
    <message>
        <source>its rule rings no bell</source>
        <translation>quy tắc không cho đổ chuông</translation>
    </message>
    <message>
        <source>its screen is closed, or has no display</source>
        <translation>màn hình đó đã đóng hoặc không có tấm hiển thị</translation>
    </message>
    <message>
        <source>its screen is covered by another window</source>
        <translation>màn hình đó bị cửa sổ khác che</translation>
    </message>
    <message>
        <source>no alarm came of it within a minute</source>
        <translation>không có báo động nào trong một phút</translation>
    </message>
    <message>
        <source>no cell was free: they are driven, on tour, or under the hand</source>
        <translation>không có ô trống: các ô đang được lái, đang luân phiên hoặc đang chọn</translation>
    </message>
    <message>
        <source>no decoder stands by to take over</source>
        <translation>không có bộ giải mã dự phòng</translation>
    </message>
    <message>
        <source>no rule is about it</source>
        <translation>không có quy tắc nào cho việc này</translation>
    </message>
    <message>
        <source>no screen is chosen on which it pops up</source>
        <translation>chưa chọn màn hình để hiện lên</translation>
    </message>
    <message>
        <source>no way to a supervisor is set up</source>
        <translation>chưa đặt cách nào để báo chỉ huy</translation>
    </message>
    <message>
        <source>nobody knows why</source>
        <translation>không rõ vì sao</translation>
    </message>
    <message>
        <source>not all pictures came back</source>
        <translation>không phải mọi hình đều trở lại</translation>
    </message>
    <message>
        <source>nothing replaced it: the drill let it go on</source>
        <translation>không có gì thay nó: cuộc diễn tập đã cho nó chạy tiếp</translation>
    </message>
    <message>
        <source>somebody saw to the alarm before</source>
        <translation>đã có người nhận báo động trước</translation>
    </message>
    <message>
        <source>the bell does not answer</source>
        <translation>chuông không trả lời</translation>
    </message>
    <message>
        <source>the bell was not asked to ring: the wall is not open</source>
        <translation>chuông không được gọi: chưa mở màn hình ghép</translation>
    </message>
    <message>
        <source>the picture did not come</source>
        <translation>hình không đến</translation>
    </message>
    <message>
        <source>there is no answer</source>
        <translation>không có trả lời</translation>
    </message>
</context>
<context>
    <name>DrillWords</name>
    <message>
        <source>CityWall did not notice it</source>
        <translation>CityWall không nhận ra</translation>
    </message>
    <message>
        <source>CityWall ended in the middle of it</source>
        <translation>CityWall bị tắt giữa chừng</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>Diễn tập</translation>
    </message>
    <message>
        <source>Nobody has noticed any of {0}.</source>
        <translation>Chưa ai nhận ra lần nào trong {0} lần.</translation>
    </message>
    <message>
        <source>Noticed by people</source>
        <translation>Người nhận ra sau</translation>
    </message>
    <message>
        <source>On what</source>
        <translation>Đối tượng</translation>
    </message>
    <message>
        <source>People noticed {0} of {1}, half of them within {2}.</source>
        <translation>Người trực nhận ra {0} trên {1} lần, một nửa trong vòng {2}.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>There was no drill yet. Begin one with the button «Drill».</source>
        <translation>Chưa có cuộc diễn tập nào. Hãy bắt đầu bằng nút «Diễn tập».</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>chưa</translation>
    </message>
    <message>
        <source>screen {0}, cell {1}</source>
        <translation>màn hình {0}, ô {1}</translation>
    </message>
    <message>
        <source>the bell was not heard</source>
        <translation>không nghe thấy chuông</translation>
    </message>
    <message>
        <source>the picture was not on the wall</source>
        <translation>hình không lên màn hình</translation>
    </message>
    <message>
        <source>the pictures did not come back</source>
        <translation>hình không trở lại</translation>
    </message>
    <message>
        <source>the supervisor cannot be told</source>
        <translation>không báo được cho chỉ huy</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} phút</translation>
    </message>
    <message>
        <source>{0} of {1} drills passed.</source>
        <translation>{0} trên {1} lần diễn tập đạt.</translation>
    </message>
    <message>
        <source>{0} pictures</source>
        <translation>{0} hình</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} giây</translation>
    </message>
    <message>
        <source>CityWall did not run at that hour</source>
        <translation>CityWall không chạy vào giờ đó</translation>
    </message>
</context>
<context>
    <name>Later</name>
    <message>
        <source>15 minutes</source>
        <translation>15 phút</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 giờ</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 giờ</translation>
    </message>
    <message>
        <source>until tomorrow at 6</source>
        <translation>đến 6 giờ sáng mai</translation>
    </message>
    <message>
        <source>until another day and hour</source>
        <translation>đến ngày giờ khác</translation>
    </message>
    <message>
        <source>Until when: 14:30, or 5/12, or 5/12 14:30</source>
        <translation>Đến khi nào: 14:30, hoặc 5/12, hoặc 5/12 14:30</translation>
    </message>
</context>
<context>
    <name>HoldNews</name>
    <message>
        <source>On hold until now, and due again: {0}</source>
        <translation>Hết thời gian hoãn, cần xử lý tiếp: {0}</translation>
    </message>
    <message>
        <source>On hold until now, and due again: {0}, and {1} more</source>
        <translation>Hết thời gian hoãn, cần xử lý tiếp: {0} và {1} báo động khác</translation>
    </message>
</context>
<context>
    <name>NotePictures</name>
    <message>
        <source>The picture before</source>
        <translation>Hình trước</translation>
    </message>
    <message>
        <source>The next picture</source>
        <translation>Hình sau</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>Enlarge (P)</source>
        <translation>Phóng to (P)</translation>
    </message>
</context>
<context>
    <name>LargePicture</name>
    <message>
        <source>Picture of the note</source>
        <translation>Hình kèm ghi chú</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>it is too large: more than {0} kB</source>
        <translation>quá lớn: hơn {0} kB</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>trống, không có gì</translation>
    </message>
    <message>
        <source>it is not text in UTF-8</source>
        <translation>không phải văn bản UTF-8</translation>
    </message>
    <message>
        <source>it is no JSON: {0} at character {1}</source>
        <translation>không phải JSON: {0}, ở ký tự {1}</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>lồng nhau quá nhiều tầng</translation>
    </message>
    <message>
        <source>it names no camera, or no id, of what it has seen</source>
        <translation>không nêu camera, hoặc không nêu mã của vật đã thấy</translation>
    </message>
    <message>
        <source>between 1 and {0} events belong into one message</source>
        <translation>mỗi tin báo chứa từ 1 đến {0} sự kiện</translation>
    </message>
    <message>
        <source>an event looks like this: {"camera": 12, "kind": "fire"}</source>
        <translation>một sự kiện trông như sau: {"camera": 12, "kind": "fire"}</translation>
    </message>
    <message>
        <source>"kind" is missing: say what happened, such as "fire"</source>
        <translation>thiếu "kind": hãy nêu việc gì xảy ra, như "fire"</translation>
    </message>
    <message>
        <source>"state" is "begins", "ends" or "pulse"</source>
        <translation>"state" phải là "begins", "ends" hoặc "pulse"</translation>
    </message>
    <message>
        <source>"camera" is its number, or its name</source>
        <translation>"camera" phải là số hoặc tên của camera</translation>
    </message>
    <message>
        <source>it says nothing: neither source nor data</source>
        <translation>không nói gì: không có nguồn, cũng không có dữ liệu</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message>
        <source>It would take {0} of {1} processor cores, {2} MB of memory, {3} Mbit/s of network.</source>
        <translation>Sẽ cần {0} trên {1} nhân xử lý, {2} MB bộ nhớ, {3} Mbit/s của mạng.</translation>
    </message>
    <message>
        <source>Too much: {0} of its pictures would be shown with less.</source>
        <translation>Quá tải: {0} hình trong đó sẽ được hiện giảm bớt.</translation>
    </message>
</context>
<context>
    <name>Mute</name>
    <message>
        <source>until {0}</source>
        <translation>đến {0}</translation>
    </message>
    <message>
        <source>All alarms muted</source>
        <translation>Tắt mọi báo động</translation>
    </message>
    <message>
        <source>Muted: {0}</source>
        <translation>Tắt báo: {0}</translation>
    </message>
    <message>
        <source>All alarms of the site muted</source>
        <translation>Tắt mọi báo động của cả điểm</translation>
    </message>
    <message>
        <source>Muted at the whole site: {0}</source>
        <translation>Tắt báo ở cả điểm: {0}</translation>
    </message>
</context>
<context>
    <name>MutedButton</name>
    <message>
        <source>Muted until {0}: {1}</source>
        <translation>Tắt báo đến {0}: {1}</translation>
    </message>
    <message>
        <source>Muted: {0} places</source>
        <translation>Đang tắt báo ở {0} nơi</translation>
    </message>
</context>
</TS>
