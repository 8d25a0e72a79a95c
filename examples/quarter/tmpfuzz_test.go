package main
import ("testing";"math/rand";"testing/fstest";"time";"github.com/meritkit/meritkit/text";"fmt")
func TestTmpFuzz(t *testing.T){
 r:=rand.New(rand.NewSource(int64(time.Now().UnixNano())))
 slow:=time.Duration(0); passed:=0
 for n:=0;n<1500;n++{
  all:=sampleWith(t)
  name:=files[r.Intn(len(files))]
  d:=append([]byte(nil),all[name].Data...)
  for k:=r.Intn(4)+1;k>0;k--{
   i:=r.Intn(len(d))
   switch r.Intn(4){
   case 0: d[i]=byte(r.Intn(256))
   case 1: d=append(d[:i],d[min(i+r.Intn(20),len(d)):]...)
   case 2: d[i]="0123456789-\",:{}[]\n"[r.Intn(19)]
   case 3: j:=r.Intn(len(d)); d=append(d[:i:i],append(append([]byte(nil),d[j:min(j+r.Intn(60),len(d))]...),d[i:]...)...)
   }
   if len(d)==0 {d=[]byte("x")}
  }
  all[name]=&fstest.MapFile{Data:d}
  start:=time.Now()
  c,err:=load(all,text.Chinese)
  if err==nil{ passed++; if passed<60 { _,err=rehearse(t.Context(),c); if err!=nil { fmt.Println(name, err) } } }
  if e:=time.Since(start); e>slow { slow=e; fmt.Println(name,e,err==nil) }
 }
 fmt.Println("passed load",passed)
}
