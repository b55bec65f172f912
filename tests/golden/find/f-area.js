academyFind.take("01627ddc20d8","f-area",[["vale","The Vale",0,"##$##$###################"],["ashby","Ashby",1,"#%##$#####$####%#%#"],["brookvale","Brookvale",1,"$+'&&%"]]);
