# Turns revision C of the palletiser's manual into the superseded revision B.
s/PX200-SM Rev\. C/PX200-SM Rev. B/
s/Revision: C   Language: en   Applies to: PX-200, PX-220   Date: 2025-03-01/Revision: B   Language: en   Applies to: PX-200, PX-220   Date: 2023-09-04/
/<tr><td>C<td class="d">2025-03-01/d
s/Chain tensioner lock nut<td>M16<td>lubricated<td>120<td>130/Chain tensioner lock nut<td>M16<td>lubricated<td>95<td>105/
s/to 120 to 130 N·m, thread lubricated/to 95 to 105 N·m, thread lubricated/
s/Hoist brake to motor<td>M8<td>dry<td>26<td>28/Hoist brake to motor<td>M8<td>dry<td>20<td>22/
s/three bolts to 26 to 28 N·m/three bolts to 20 to 22 N·m/
s/Hoist brake air gap<td>feeler gauge<td>0\.25<td>0\.40/Hoist brake air gap<td>feeler gauge<td>0.30<td>0.60/
s/Set the air gap to 0\.25 mm/Set the air gap to 0.30 mm/
s/Secure the layer plate with both locking pins first\. Remove the obstacle\./Remove the obstacle./
s/Replace cracked suction cups\. Replace the filter cartridge of the vacuum pump\. Only then look for leaks in the hoses\./Look for leaks in the hoses. Replace cracked suction cups./
s/Replace the filter cartridge$/Clean the filter cartridge/
