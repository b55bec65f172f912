academyFind.take("01627ddc20d8","f-practice",[["joint-work","Joint work",0,"%"],["shared-visits","Shared visits",0,"##$##$&#%$#%$#$"]]);
